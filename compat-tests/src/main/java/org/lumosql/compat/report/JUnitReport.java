// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.report;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lumosql.compat.run.ScriptResult;
import org.lumosql.compat.slt.Failure;

/** The XML that build servers know from JUnit: a suite for each target, a case for each script. */
public final class JUnitReport {
  private JUnitReport() {}

  public static String of(Summary summary) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (Map.Entry<String, Summary.Counts> target : summary.targets().entrySet()) {
        write(xml, summary, target.getKey(), target.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, Summary summary, String target, Summary.Counts counts) throws XMLStreamException {
    long failed = summary.withFailures().stream().filter(result -> result.target().equals(target)).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", target);
    xml.writeAttribute("tests", Integer.toString(counts.scripts()));
    xml.writeAttribute("failures", Long.toString(failed));
    xml.writeAttribute("time", seconds(counts.seconds()));
    for (ScriptResult result : summary.results()) {
      if (result.target().equals(target)) {
        write(xml, result);
      }
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, ScriptResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.script().directory().replace('/', '.'));
    xml.writeAttribute("name", result.script().name());
    xml.writeAttribute("time", seconds(result.nanos() / 1e9));
    if (result.failed() > 0) {
      Failure first = result.failures().get(0);
      xml.writeStartElement("failure");
      xml.writeAttribute("type", first.kind().title());
      xml.writeAttribute("message", "line " + first.line() + ", " + result.failed() + " of " + result.records() + " records failed");
      StringBuilder all = new StringBuilder();
      result.failures().forEach(failure -> all.append(failure).append("\n"));
      xml.writeCharacters(printable(all.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** XML 1.0 has no place for most control characters. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
