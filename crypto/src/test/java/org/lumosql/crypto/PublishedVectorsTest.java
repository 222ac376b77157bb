// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

/** What the standards say of each primitive in use. */
class PublishedVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  private static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static void assertSeals(
      AeadSealer sealer, String nonce, String associated, byte[] plain, String cipherText, String tag) {
    byte[] target = new byte[plain.length + sealer.overhead()];
    sealer.seal(bytes(nonce), bytes(associated), plain, 0, plain.length, target, 0);
    assertThat(HEX.formatHex(target)).isEqualTo(nonce + cipherText + tag);
    byte[] opened = new byte[plain.length];
    assertThat(sealer.open(bytes(associated), target, 0, target.length, opened, 0)).isTrue();
    assertThat(opened).isEqualTo(plain);
    // the same bytes again: the JDK's ciphers do not like to see a nonce twice
    assertThat(sealer.open(bytes(associated), target, 0, target.length, opened, 0)).isTrue();
  }

  /** RFC 9106, section 5.3. */
  @Test
  void argon2id() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .build());
    byte[] tag = new byte[32];
    generator.generateBytes(filled(32, 1), tag);
    assertThat(HEX.formatHex(tag)).isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  /** The test suite of the reference implementation, which has no secret and no additional data either. */
  @Test
  void keysOfPasswords() {
    byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    assertThat(HEX.formatHex(PasswordKeys.derive(password, salt, 256, 2, 1)))
        .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    assertThat(HEX.formatHex(PasswordKeys.derive(password, salt, 65_536, 2, 1)))
        .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  /** draft-irtf-cfrg-xchacha-03, section 2.2.1. */
  @Test
  void hChaCha20() {
    byte[] subkey = new byte[32];
    HChaCha20.derive(
        bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
        bytes("000000090000004a0000000031415927"),
        0,
        subkey);
    assertThat(HEX.formatHex(subkey)).isEqualTo("82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc");
  }

  /** draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
  @Test
  void xChaCha20Poly1305() {
    byte[] plain =
        ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen "
                + "would be it.")
            .getBytes(StandardCharsets.US_ASCII);
    assertSeals(
        new XChaChaSealer(bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")),
        "404142434445464748494a4b4c4d4e4f5051525354555657",
        "50515253c0c1c2c3c4c5c6c7",
        plain,
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c2"
            + "16cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812"
            + "f615c68b13b52e",
        "c0875924c1c7987947deafd8780acf49");
  }

  /** NIST's gcmEncryptExtIV256.rsp: keys of 256, nonces of 96, 128 bits of text and of associated data, count 0; and without associated data. */
  @Test
  void aes256Gcm() {
    assertSeals(
        new AesSealer(bytes("92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b")),
        "ac93a1a6145299bde902f21a",
        "1e0889016f67601c8ebea4943bc23ad6",
        bytes("2d71bcfa914e4ac045b2aa60955fad24"),
        "8995ae2e6df3dbf96fac7b7137bae67f",
        "eca5aa77d51d4a0a14d9c51e1da474ab");
    assertSeals(
        new AesSealer(bytes("31bdadd96698c204aa9ce1448ea94ae1fb4a9a0b3c9d773b51bb1822666b8f22")),
        "0d18e06c7c725ac9e362e1ce",
        "",
        bytes("2db5168e932556f8089a0622981d017d"),
        "fa4362189661d163fcd6a56d8bf0405a",
        "d636ac1bbedd5cc3ee727dc2ab4a9489");
  }
}
