package dev.winnow.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks part by part, with anything that a spreadsheet program can put into one. */
public final class Book {

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Adds a sheet with rows in XML; {@code 'A'} stands for a text cell. */
    public Book sheet(String name, String rows) {
        return sheet(name, rows, "", "");
    }

    public Book sheet(String name, String rows, String merges, String state) {
        return sheet(name, "", rows, merges, state);
    }

    /** Adds a sheet with column properties: {@code <cols><col min="2" max="2" hidden="1"/></cols>}. */
    public Book sheet(String name, String columns, String rows, String merges, String state) {
        sheets.put(
                name,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"
                        + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + columns
                        + "<sheetData>" + rows
                        + "</sheetData>" + merges + "</worksheet>");
        states.put(name, state);
        return this;
    }

    /** Adds a part with the given bytes, or replaces the part of a sheet. */
    public Book part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** A row of text cells. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append(text((char) ('A' + i) + "" + number, texts[i]));
            }
        }
        return row.append("</row>").toString();
    }

    public static String text(String cell, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + safe + "</t></is></c>";
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder names = new StringBuilder();
            StringBuilder targets = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                names.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" "
                        + states.get(sheet.getKey()) + " r:id=\"r" + number + "\"/>");
                targets.append("<Relationship Id=\"r" + number + "\" Type=\"worksheet\" Target=\"worksheets/sheet"
                        + number + ".xml\"/>");
                parts.putIfAbsent(
                        "xl/worksheets/sheet" + number + ".xml",
                        sheet.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(
                    zip,
                    "xl/workbook.xml",
                    ("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                    + names + "</sheets></workbook>")
                            .getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + targets
                                    + "</Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            parts.putIfAbsent(
                    "xl/styles.xml",
                    ("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt"
                                    + " numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt"
                                    + " numFmtId=\"165\" formatCode=\"0.0&quot;亿元&quot;\"/><numFmt numFmtId=\"166\""
                                    + " formatCode=\"0!.0,\"/><numFmt numFmtId=\"167\" formatCode=\"_ [Red]&quot;￥&quot;*"
                                    + " #,##0.00_ ;&quot;-&quot;\"/><numFmt numFmtId=\"168\""
                                    + " formatCode=\"[$$-409]#,##0.00\"/><numFmt numFmtId=\"169\" formatCode=\"#,##0"
                                    + " [$€-407]\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf"
                                    + " numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf"
                                    + " numFmtId=\"167\"/><xf numFmtId=\"168\"/><xf numFmtId=\"169\"/></cellXfs></styleSheet>")
                            .getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
