package dev.winnow.bench;

import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Generates a pack with any number of rules: copies of the shipped rules under other names and with their own limits,
 * each a hundredth lower than the last. Rules alternate between criteria: first the first rule of each criterion, then
 * the second of each, and so on.
 */
final class GrownPack {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\".*?^end$");
    private static final Pattern POINTS = Pattern.compile("@points\\((\\d+)\\)");
    private static final Pattern FAMILY = Pattern.compile("@family\\(([^)]+)\\)");
    private static final Pattern LIMIT = Pattern.compile("Limit\\( id == \"([^\"]+)\"");
    private static final Pattern LIMIT_ENTRY = Pattern.compile("(?ms)^  - id: (\\S+)$.*?(?=^  - id: |\\z)");
    private static final Pattern VALUE = Pattern.compile("(?<=value: \"?)\\d[\\d,.]*(?<=\\d)");
    /** The end of the shipped pack.yaml, which refers to single rules and to the facts they read. */
    private static final Pattern OF_RULES = Pattern.compile("(?ms)^(?:# [^\\n]*\\n)?changeable:.*");

    private static final int PERCENT = 100;

    private final String pack;
    private final String vocabulary;
    private final String limits;
    private final Map<String, String> heads = new TreeMap<>();
    /** The shipped rules, alternating between files. */
    private final List<Rule> shipped = new ArrayList<>();

    private record Rule(String file, String text) {}

    /** @param shipped the folder of the shipped pack */
    GrownPack(Path shipped) throws IOException {
        pack = withoutRules(Files.readString(shipped.resolve("pack.yaml")));
        vocabulary = Files.readString(shipped.resolve(Vocabulary.FILE));
        limits = Files.readString(shipped.resolve("limits.yaml"));
        Map<String, List<String>> byFile = new TreeMap<>();
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path path :
                    files.filter(file -> file.toString().endsWith(".drl")).toList()) {
                String file = String.valueOf(path.getFileName());
                String text = Files.readString(path);
                heads.put(file, text.substring(0, text.indexOf("rule \"")));
                byFile.put(
                        file,
                        RULE.matcher(text)
                                .results()
                                .map(java.util.regex.MatchResult::group)
                                .toList());
            }
        }
        int longest = byFile.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (Map.Entry<String, List<String>> file : byFile.entrySet()) {
                if (i < file.getValue().size()) {
                    this.shipped.add(new Rule(file.getKey(), file.getValue().get(i)));
                }
            }
        }
    }

    /** Returns a pack.yaml without its references to single rules. */
    static String withoutRules(String pack) {
        return OF_RULES.matcher(pack).replaceFirst("");
    }

    /** Writes a pack with a number of rules into a new folder. */
    void write(int rules, Path folder) throws IOException {
        Map<String, StringBuilder> files = new TreeMap<>();
        heads.forEach((file, head) -> files.put(file, new StringBuilder(head)));
        for (int i = 0; i < rules; i++) {
            Rule rule = shipped.get(i % shipped.size());
            Objects.requireNonNull(files.get(rule.file))
                    .append(copy(rule.text, i / shipped.size(), rules))
                    .append("\n\n");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pack.yaml"), pack);
        Files.writeString(folder.resolve(Vocabulary.FILE), vocabulary);
        Files.writeString(folder.resolve("limits.yaml"), limits((rules - 1) / shipped.size()));
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private String copy(String rule, int copy, int rules) {
        String named = copy == 0
                ? rule
                : LIMIT.matcher(FAMILY.matcher(rule.replaceFirst("^rule \"([^\"]+)\"", "rule \"$1-" + copy + "\""))
                                .replaceAll("@family($1-" + copy + ")"))
                        .replaceAll("Limit( id == \"$1-" + copy + "\"");
        return POINTS.matcher(named).replaceAll(points -> "@points(" + points(points.group(1), rules) + ")");
    }

    /**
     * Returns the points of a copied rule, such that the points of a criterion add up to about those of the shipped
     * pack.
     */
    private long points(String points, int rules) {
        return Math.max(1, Math.min(PERCENT, Math.round(Double.parseDouble(points) * shipped.size() / rules)));
    }

    private String limits(int copies) {
        StringBuilder all = new StringBuilder(limits);
        for (int copy = 1; copy <= copies; copy++) {
            Matcher entries = LIMIT_ENTRY.matcher(limits);
            while (entries.find()) {
                BigDecimal part = BigDecimal.valueOf(PERCENT - copy, 2);
                all.append(VALUE.matcher(entries.group().replaceFirst("(?<=- id: )\\S+", entries.group(1) + "-" + copy))
                        .replaceAll(value -> lower(value.group(), part)));
                all.append(all.charAt(all.length() - 1) == '\n' ? "" : "\n");
            }
        }
        return all.toString();
    }

    private static String lower(String value, BigDecimal part) {
        return new BigDecimal(value.replace(",", ""))
                .multiply(part)
                .setScale(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
