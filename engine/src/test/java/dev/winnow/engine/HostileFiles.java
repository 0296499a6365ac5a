package dev.winnow.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hostile packs that are too large, too odd or too binary to store in a folder. */
public final class HostileFiles {

    /** Makes a valid pack hostile. */
    @FunctionalInterface
    public interface Deed {
        void to(Bakery pack) throws IOException;
    }

    /**
     * A hostile pack.
     *
     * @param deed makes the pack hostile
     * @param message a message that is reported for it
     */
    public record Made(Deed deed, String message) {}

    public static final Map<String, Made> ALL = new LinkedHashMap<>();

    private static final String HEADER =
            "package bakery.sense\nimport dev.winnow.model.*\n" + "import dev.winnow.engine.*\nglobal Scorecard card\n";

    private HostileFiles() {}

    private static void add(String name, String message, Deed deed) {
        ALL.put(name, new Made(deed, message));
    }

    private static void bytes(Bakery pack, String file, byte[] bytes) throws IOException {
        Files.createDirectories(pack.path(file).getParent());
        Files.write(pack.path(file), bytes);
    }

    private static String rules(int count, String rest) {
        StringBuilder rules = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            rules.append("rule \"r")
                    .append(i)
                    .append("\" @title(\"T\") @source(\"S\") ")
                    .append(rest);
        }
        return rules.toString();
    }

    static {
        add("link-to-a-file", "money.drl: links are not allowed in a pack\n", pack -> {
            pack.remove("money.drl");
            Files.createSymbolicLink(pack.path("money.drl"), Path.of("/etc/passwd"));
        });
        add("link-to-nothing", "money.drl: links are not allowed in a pack\n", pack -> {
            pack.remove("money.drl");
            Files.createSymbolicLink(pack.path("money.drl"), Path.of("nowhere"));
        });
        add("link-to-a-device", "limits.yaml: links are not allowed in a pack\n", pack -> {
            pack.remove("limits.yaml");
            Files.createSymbolicLink(pack.path("limits.yaml"), Path.of("/dev/zero"));
        });
        add("cases-elsewhere", "cases: links are not allowed in a pack\n", pack -> {
            Files.move(pack.path("cases"), pack.folder().resolveSibling("elsewhere"));
            Files.createSymbolicLink(pack.path("cases"), Path.of("..", "elsewhere"));
        });
        add(
                "loop-of-links",
                "cases/more.yaml: links are not allowed in a pack\n",
                pack -> Files.createSymbolicLink(pack.path("cases/more.yaml"), Path.of("..")));
        add("pipe", "money.drl: this is not an ordinary file\n", pack -> {
            pack.remove("money.drl");
            Process pipe = new ProcessBuilder("mkfifo", pack.path("money.drl").toString()).start();
            try {
                pipe.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        add(
                "folder-in-cases",
                "cases/cases: a pack has no folder but `cases`\n",
                pack -> pack.write("cases/cases/cases.yaml", "cases: []\n"));
        add(
                "deep-folders",
                "a: a pack has no folder but `cases`\n",
                pack -> pack.write("a/".repeat(100) + "x.drl", HEADER));
        add(
                "name-with-escape",
                "\uFFFD[31mred.drl: pack.yaml does not list",
                pack -> pack.write("\u001b[31mred.drl", HEADER));
        add("name-of-two-lines", "x y.txt: this is not allowed in a pack\n", pack -> pack.write("x\ny.txt", "x"));
        add(
                "name-from-the-right",
                "txt.\uFFFDlrd.exe: this is not allowed in a pack\n",
                pack -> pack.write("txt.\u202elrd.exe", "x"));
        add(
                "class-file",
                "Evil.class: `.class` files are not allowed in a pack: this is a program\n",
                pack -> bytes(pack, "Evil.class", new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE}));
        for (String ending : new String[] {
            "xls", "xlsx", "jar", "dsl", "drt", "gdst", "rdrl", "brl", "csv", "dmn", "bpmn", "properties", "groovy"
        }) {
            add(
                    "file-" + ending,
                    "sense." + ending + ": `." + ending + "` files are not allowed in a pack: this is a",
                    pack -> pack.write("sense." + ending, "x"));
        }
        add("many-files", "bakery: the folder holds more than 200 files\n", pack -> {
            for (int i = 0; i < 2_000; i++) {
                pack.write("f" + i + ".drl", "");
            }
        });
        add("many-cases", "cases: the folder holds more than 200 files\n", pack -> {
            for (int i = 0; i < 2_000; i++) {
                pack.write("cases/f" + i + ".yaml", "");
            }
        });
        add("large-in-all", "bakery: the files of the pack are larger than 4 MB together\n", pack -> {
            for (int i = 10; i < 20; i++) {
                pack.write("f" + i + ".drl", "// x\n".repeat(100_000));
            }
        });
        add("file-of-a-terabyte", "money.drl: the file is larger than 512 KB\n", pack -> {
            try (RandomAccessFile huge =
                    new RandomAccessFile(pack.path("money.drl").toFile(), "rw")) {
                huge.setLength(1L << 36);
            }
        });
        add(
                "line-of-two-megabytes",
                "sense.drl: the file is larger than 512 KB\n",
                pack -> pack.write("sense.drl", HEADER + "// " + "x".repeat(2_000_000)));
        add(
                "line-of-half-a-megabyte",
                "sense.drl:5: the line is longer than 2,000 characters\n",
                pack -> pack.write("sense.drl", HEADER + "// " + "x".repeat(500_000)));
        add(
                "twenty-thousand-rules",
                "sense.drl: the file is larger than 512 KB\n",
                pack -> pack.write("sense.drl", rules(20_000, "when Project() then card.note(\"x\"); end\n")));
        add(
                "five-thousand-rules",
                "sense.drl:1:1: the file has more than 500 rules\n",
                pack -> pack.write("sense.drl", rules(5_000, "when Project() then card.note(\"x\"); end\n")));
        add("rules-in-several-files", "bakery: the pack has more than 1,000 rules\n", pack -> {
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                names.append(", f").append(i);
                pack.write(
                        "f" + i + ".drl",
                        rules(240, "when Project() then card.note(\"x\"); end\n")
                                .replace("bakery.sense", "bakery.f" + i)
                                .replace("rule \"r", "rule \"f" + i + "-"));
            }
            pack.edit("pack.yaml", "[sense]", "[sense" + names + "]");
        });
        add("misspelt-by-the-thousand", "sense.drl:6:16: limits.yaml has no `large-markt-0`\n", pack -> {
            StringBuilder limits = new StringBuilder(pack.text("limits.yaml"));
            for (int i = 0; i < 3_000; i++) {
                limits.append("  - {id: large-market-").append(i).append(", values: [{value: 1}], source: s}\n");
            }
            pack.write("limits.yaml", limits.toString());
            StringBuilder rules = new StringBuilder(HEADER);
            for (int i = 0; i < 400; i++) {
                rules.append("rule \"r").append(i).append("\" @title(\"T\") @source(\"S\") when\n");
                for (int j = 0; j < 11; j++) {
                    rules.append("  Limit( id == \"large-markt-")
                            .append(11 * i + j)
                            .append("\" )\n");
                }
                rules.append("  Project()\nthen card.note(\"x\"); end\n");
            }
            pack.write("sense.drl", rules.toString());
        });
        add("thousands-of-unknown-keys", "pack.yaml:16:1: pack.yaml has no `owner0`\n", pack -> {
            StringBuilder keys = new StringBuilder(pack.text("pack.yaml"));
            for (int i = 0; i < 9_000; i++) {
                keys.append("owner").append(i).append(": x\n");
            }
            pack.write("pack.yaml", keys.toString());
        });
        add(
                "hundred-thousand-values",
                "pack.yaml:19986:1: the file contains more than 20,000 values\n",
                pack -> pack.write("pack.yaml", pack.text("pack.yaml") + "note: [" + "a, \n".repeat(100_000) + "a]\n"));
        add(
                "key-of-half-a-megabyte",
                "pack.yaml:16:3: this text is longer than 4,000 characters\n",
                pack -> pack.write("pack.yaml", pack.text("pack.yaml") + "? \"" + "k".repeat(400_000) + "\"\n: x\n"));
        add(
                "value-of-half-a-megabyte",
                "pack.yaml:5:10: this text is longer than 4,000 characters\n",
                pack -> pack.edit("pack.yaml", "Screens", "x".repeat(400_000) + " Screens"));
        add(
                "id-that-backtracks",
                "limits.yaml:2:9: this text is longer than 4,000 characters\n",
                pack -> pack.edit("limits.yaml", "large-market", "a-".repeat(200_000) + "!"));
        add(
                "short-id-that-backtracks",
                "limits.yaml:2:9: the id of a limit is longer than 80 characters\n",
                pack -> pack.edit("limits.yaml", "large-market", "a-".repeat(1_900) + "!"));
        add(
                "criterion-that-backtracks",
                "pack.yaml:8:10: `a-a-a-",
                pack -> pack.edit("pack.yaml", "id: demand", "id: " + "a-".repeat(1_900) + "b"));
        add(
                "deep-list",
                "pack.yaml:16:56: nested more than 50 levels deep\n",
                pack -> pack.write("pack.yaml", pack.text("pack.yaml") + "note: " + "[".repeat(100_000) + "\n"));
        add("deep-map", "limits.yaml:", pack -> pack.write("limits.yaml", "limits: " + "{a: ".repeat(50_000) + "\n"));
        add("deep-blocks", "limits.yaml:", pack -> pack.write("limits.yaml", "- ".repeat(100_000) + "a\n"));
        add(
                "broken-rules-by-the-thousand",
                "sense.drl:6:23: `)` is missing: the pattern of `Project` is not closed\n",
                pack -> pack.write(
                        "sense.drl",
                        HEADER + "rule \"x\" when Project( ".repeat(10_000).replace("rule", "\nrule")));
        add(
                "open-brackets",
                "sense.drl:",
                pack -> pack.write("sense.drl", HEADER + "rule \"baked-before\" when\n" + "(\n".repeat(200_000)));
        add(
                "open-comment",
                "sense.drl:5:1: the comment is not closed\n",
                pack -> pack.write("sense.drl", HEADER + "/* " + "*\n".repeat(200_000)));
        add(
                "sixteen-bits",
                "sense.drl: the file is not UTF-8 text\n",
                pack -> bytes(
                        pack, "sense.drl", ("\uFEFF" + pack.text("sense.drl")).getBytes(StandardCharsets.UTF_16)));
        add(
                "too-long-utf-8",
                "sense.drl: the file is not UTF-8 text\n",
                pack -> bytes(pack, "sense.drl", new byte[] {'/', '/', (byte) 0xC0, (byte) 0xAF, '\n'}));
        add(
                "half-a-character",
                "pack.yaml:",
                pack -> bytes(
                        pack, "pack.yaml", new byte[] {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'}));
        add(
                "zero-byte",
                "sense.drl:5:4: the invisible character U+0000 is not allowed\n",
                pack -> pack.write("sense.drl", HEADER + "// \0\n"));
    }
}
