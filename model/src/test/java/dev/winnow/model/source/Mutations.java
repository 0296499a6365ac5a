package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small mistakes in YAML files, the same for every reader. Most of the file stays unchanged. */
public final class Mutations {

    private static final Pattern VALUE = Pattern.compile("(?<=: )[^,{}\\[\\]\\n]+|(?<=: )[\\[{]");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z-]*(?=:)");
    private static final int DEEP = 5_000;
    private static final int HUGE = 100_000;

    private static final List<String> VALUES = List.of(
            "x",
            "0",
            "-1",
            "1e999999999",
            "300①",
            "2025-02-30",
            "[]",
            "[a, [b], {c: d}, ~]",
            "{}",
            "{a: {b: [c]}}",
            "{value: [{value: {value: 1}}]}",
            "~",
            "",
            "''",
            "' '",
            "\"a\\nb\"",
            "\"\\ud801\"",
            "&a [*a, *a]",
            "*a",
            "!!java.util.Date 2025-01-01",
            "!!binary aGk=",
            "|\n  a\n  b",
            "? a",
            "city.city.city.talents",
            ".",
            "true",
            "no",
            "%s %s %1$s");

    private Mutations() {}

    /**
     * Checks that a reader reads each mutation of a text, or refuses it with placed problems.
     *
     * @param name the name of the reader, from which the random mistakes follow
     * @param reading adds the problems of a file's content to a list
     */
    public static void check(String name, String text, BiConsumer<byte[], List<Problem>> reading) {
        wholes(text).forEach((given, content) -> isReadOrRefused(name, given, content, reading));
        Random random = new Random(name.hashCode());
        for (int i = 0; i < Thorough.count(60, 1_000); i++) {
            String mistaken = mistaken(text, random);
            isReadOrRefused(name, mistaken, bytes(mistaken), reading);
        }
    }

    private static void isReadOrRefused(
            String name, String given, byte[] content, BiConsumer<byte[], List<Problem>> reading) {
        List<Problem> problems = new ArrayList<>();
        try {
            reading.accept(content, problems);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name + " is ended by:\n" + given.substring(0, Math.min(9_000, given.length())), e);
        }
        for (Problem problem : problems) {
            assertThat(problem.place().file()).isNotBlank();
            assertThat(problem.toString())
                    .as(given.length() > 9_000 ? "" : given)
                    .isNotBlank()
                    .doesNotContainPattern("[a-z]Exception|dev\\.winnow|java\\.(lang|util)\\.(?!Date)|@[0-9a-f]{6}");
        }
    }

    /** Other values that a file can be instead of a map, and other encodings. */
    private static Map<String, byte[]> wholes(String text) {
        Map<String, byte[]> wholes = new LinkedHashMap<>();
        wholes.put("nothing", bytes(""));
        wholes.put("blanks", bytes(" \n\t\n"));
        wholes.put("comments", bytes("# nothing\n# more\n"));
        wholes.put("null", bytes("~\n"));
        wholes.put("a scalar", bytes("a\n"));
        wholes.put("a list", bytes("[a, {b: c}]\n"));
        wholes.put("an empty map", bytes("{}\n"));
        wholes.put("two documents", bytes(text + "\n---\n" + text));
        wholes.put("an end of document", bytes(text + "\n...\na: b\n"));
        wholes.put("twice the same", bytes(text + "\n" + text));
        wholes.put("a byte-order mark", bytes("\uFEFF" + text));
        wholes.put("a byte-order mark within", bytes(text + "\n\uFEFF" + text));
        wholes.put("UTF-16", text.getBytes(StandardCharsets.UTF_16));
        wholes.put("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        wholes.put("Latin 1", (text + "\n# \u00E9").getBytes(StandardCharsets.ISO_8859_1));
        wholes.put("carriage returns", bytes(text.replace("\n", "\r")));
        wholes.put("a zero", bytes(text + "\0"));
        wholes.put("deep lists", bytes("a: " + "[".repeat(DEEP)));
        wholes.put("deep maps", bytes("{a: ".repeat(DEEP)));
        wholes.put("deep blocks", bytes(steps()));
        wholes.put("a bomb of aliases", bytes(bomb()));
        wholes.put("merged keys", bytes("<<: &a {b: c}\n" + text));
        return wholes;
    }

    /** A text with one random mistake, often within a value. */
    private static String mistaken(String text, Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> replaced(text, VALUE, VALUES.get(random.nextInt(VALUES.size())), random);
            case 3 -> replaced(text, VALUE, drawn(text, VALUE, random), random);
            case 4 -> replaced(text, KEY, drawn(text, KEY, random), random);
            case 5 -> doubledLine(text, random);
            case 6 -> {
                int at = random.nextInt(text.length());
                yield text.substring(0, at)
                        + "{}[]:,-#&*!|>'\"%@`?\t\n ".charAt(random.nextInt(22))
                        + text.substring(at);
            }
            case 7 -> {
                int at = random.nextInt(text.length());
                yield text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(40)));
            }
            default -> replaced(text, VALUE, random.nextBoolean() ? "[".repeat(DEEP) : "a".repeat(HUGE), random);
        };
    }

    private static String replaced(String text, Pattern pattern, String by, Random random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + by;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + by + text.substring(one.end());
    }

    private static String drawn(String text, Pattern pattern, Random random) {
        List<String> found =
                pattern.matcher(text).results().map(MatchResult::group).toList();
        return found.isEmpty() ? "" : found.get(random.nextInt(found.size()));
    }

    private static String doubledLine(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int at = random.nextInt(lines.size());
        lines.add(at, lines.get(at));
        return String.join("\n", lines);
    }

    private static String steps() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            steps.append(" ".repeat(i)).append("a:\n");
        }
        return steps.toString();
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return bomb.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
