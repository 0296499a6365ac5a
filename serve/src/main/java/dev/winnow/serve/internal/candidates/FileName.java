package dev.winnow.serve.internal.candidates;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file of the user in messages. It never becomes a path: a file is stored under a number and an
 * {@link #ending} of a closed list.
 */
final class FileName {

    private static final int MAX_LENGTH = 80;

    /** Endings of text files. Workbooks are recognised by their first bytes. */
    private static final List<String> TEXTS =
            List.of(".csv", ".tsv", ".txt", ".json", ".geojson", ".ndjson", ".jsonl", ".yaml", ".yml");

    private static final List<String> BOOKS = List.of(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls");

    /** Endings of files that no reader understands, which then names the formats that it reads. */
    private static final List<String> OTHERS = List.of(".pdf");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private static final byte[] UTF_16BE = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16LE = {(byte) 0xFF, (byte) 0xFE};

    /** Number of first bytes that show the format of a text without a known ending. */
    private static final int SAMPLE = 1 << 16;

    /** Characters that a file name cannot contain on every system, and those that are not visible. */
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}<>:\"|?*`]");

    private static final Pattern KEY = Pattern.compile("(?m)^[A-Za-z][A-Za-z_-]*:(\\s|$)");

    private FileName() {}

    /**
     * Returns the name of a file: the last part of the given name, with an ending that fits the content.
     *
     * @param taken names of the other files, which it differs from
     */
    static String of(String given, byte[] content, Collection<String> taken) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = REFUSED.matcher(last).replaceAll("").strip().replaceFirst("^\\.+", "");
        String ending = ending(clean, content);
        String stem = clean.toLowerCase(Locale.ROOT).endsWith(ending)
                ? clean.substring(0, clean.length() - ending.length())
                : clean;
        String kept = stem.isBlank()
                ? "list"
                : stem.codePointCount(0, stem.length()) > MAX_LENGTH
                        ? stem.substring(0, stem.offsetByCodePoints(0, MAX_LENGTH))
                        : stem;
        String name = kept + ending;
        for (int number = 2; taken.contains(name); number++) {
            name = kept + " " + number + ending;
        }
        return name;
    }

    /** Returns the ending of a name, one of a closed list. */
    static String ending(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (List<String> all : List.of(TEXTS, BOOKS, OTHERS)) {
            for (String one : all) {
                if (lower.endsWith(one)) {
                    return one;
                }
            }
        }
        return "";
    }

    private static String ending(String name, byte[] content) {
        String named = ending(name);
        if (begins(content, ZIP)) {
            return BOOKS.contains(named) && !named.equals(".xls") ? named : ".xlsx";
        }
        if (begins(content, OLE)) {
            return ".xls"; // refused by the reader of workbooks, with advice
        }
        if (begins(content, PDF)) {
            return ".pdf";
        }
        if (TEXTS.contains(named)) {
            return named;
        }
        if (isBinary(content)) {
            return BOOKS.contains(named) ? named : ".xlsx"; // refused by the reader of workbooks, with advice
        }
        return ofText(content);
    }

    private static String ofText(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, SAMPLE), StandardCharsets.UTF_8).strip();
        if (start.startsWith("[")) {
            return ".json";
        }
        if (start.startsWith("{")) {
            return start.lines().skip(1).anyMatch(line -> line.startsWith("{")) ? ".ndjson" : ".json";
        }
        String first = start.lines().findFirst().orElse("");
        if (first.startsWith("- ")
                || first.startsWith("#")
                || KEY.matcher(first).find()) {
            return ".yaml";
        }
        return first.indexOf('\t') >= 0 ? ".tsv" : ".csv";
    }

    private static boolean isBinary(byte[] content) {
        if (begins(content, UTF_16BE) || begins(content, UTF_16LE)) {
            return false;
        }
        for (int i = 0; i < Math.min(content.length, SAMPLE); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] content, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= content.length || content[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
