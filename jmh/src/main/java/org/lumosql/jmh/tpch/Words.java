// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.tpch;

/** The vocabulary, and texts made of it. */
final class Words {
  static final String[] REGIONS = {"AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"};

  /** Each with the number of its region. */
  static final String[] NATIONS = {
    "0ALGERIA", "1ARGENTINA", "1BRAZIL", "1CANADA", "4EGYPT", "0ETHIOPIA", "3FRANCE", "3GERMANY", "2INDIA", "2INDONESIA", "4IRAN", "4IRAQ",
    "2JAPAN", "4JORDAN", "0KENYA", "0MOROCCO", "0MOZAMBIQUE", "1PERU", "2CHINA", "3ROMANIA", "4SAUDI ARABIA", "2VIETNAM", "3RUSSIA",
    "3UNITED KINGDOM", "1UNITED STATES"
  };

  static final String[] SEGMENTS = {"AUTOMOBILE", "BUILDING", "FURNITURE", "HOUSEHOLD", "MACHINERY"};
  static final String[] PRIORITIES = {"1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"};
  static final String[] INSTRUCTIONS = {"COLLECT COD", "DELIVER IN PERSON", "NONE", "TAKE BACK RETURN"};
  static final String[] MODES = {"AIR", "FOB", "MAIL", "RAIL", "REG AIR", "SHIP", "TRUCK"};
  static final String[] SIZES = {"STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"};
  static final String[] FINISHES = {"ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"};
  static final String[] METALS = {"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"};
  static final String[] WRAPPINGS = {"SM", "MED", "LG", "JUMBO", "WRAP"};
  static final String[] BOXES = {"CASE", "BOX", "BAG", "JAR", "PKG", "PACK", "CAN", "DRUM"};

  private static final String[] COLOURS = (
      "almond amber antique apricot aqua azure beige bisque black blue blush bronze brown burgundy cerise chartreuse chocolate coral cream crimson cyan "
          + "denim dim ecru emerald firebrick floral forest frosted gold grape green grey honey hot indian indigo ivory jade khaki lace lavender lemon light "
          + "lilac lime linen magenta maroon mauve medium metallic midnight mint misty moss mustard navy ochre olive orange orchid pale papaya peach "
          + "peru pink plum powder puff purple red rose rosy royal russet saddle salmon sandy scarlet seashell sienna sky slate smoke snow spring steel "
          + "tan teal thistle tomato turquoise umber violet wheat white yellow")
      .split(" ");

  private static final String[] ADJECTIVES =
      "blithe bold brave busy calm careful close daring dogged even express final fluffy furious idle ironic pending quick quiet regular silent sly special"
          .split(" ");
  private static final String[] NOUNS = (
      "accounts asymptotes braids courts deposits dependencies dolphins dugouts epitaphs escapades excuses foxes frays grouches hockey ideas instructions "
          + "multipliers packages patterns pinto platelets realms requests sauternes sentiments sheaves theodolites warhorses waters")
      .split(" ");
  private static final String[] VERBS =
      "affix are boost cajole detect doze engage haggle hang impress integrate lose nag poach print promise run sleep snooze solve use wake".split(" ");
  private static final String[] JOINTS = "about above across after against along among around behind beneath beyond during except from into of".split(" ");

  private Words() {}

  /** Five colours. */
  static String partName(Dice dice) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      name.append(i == 0 ? "" : " ").append(dice.oneOf(COLOURS));
    }
    return name.toString();
  }

  /** Sentences of about so many letters. */
  static String comment(Dice dice, int low, int high) {
    int length = dice.between(low, high);
    StringBuilder text = new StringBuilder(length + 32);
    while (text.length() < length) {
      text.append(dice.oneOf(ADJECTIVES)).append(' ').append(dice.oneOf(NOUNS)).append(' ').append(dice.oneOf(VERBS));
      text.append(' ').append(dice.oneOf(JOINTS)).append(" the ").append(dice.oneOf(NOUNS)).append(dice.oneIn(3) ? ". " : " ");
    }
    text.setLength(length);
    return text.toString();
  }

  /** Letters without meaning, as addresses have. */
  static String address(Dice dice) {
    int length = dice.between(10, 40);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ, ".charAt(dice.between(0, 63)));
    }
    return text.toString();
  }

  static String phone(Dice dice, int nation) {
    return (nation + 10) + "-" + dice.between(100, 999) + "-" + dice.between(100, 999) + "-" + dice.between(1000, 9999);
  }

  static String numbered(String prefix, long number) {
    String digits = Long.toString(number);
    return prefix + "0".repeat(Math.max(0, 9 - digits.length())) + digits;
  }
}
