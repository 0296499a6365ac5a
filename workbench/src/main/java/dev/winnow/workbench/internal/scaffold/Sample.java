package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A working example of a rule with its limits and cases, for its author to change. It is made from a template: the
 * rule, then a line {@code limit | id | title | value} for each limit and {@code case | sentence | facts | outcome} for
 * each case; names in angle brackets are replaced by values.
 *
 * @param rule the text of the rule
 * @param limits the limits that it reads
 * @param cases its worked examples, one per outcome: fires, does not fire, cannot say
 */
record Sample(String rule, List<Item> limits, List<Item> cases) {

    /**
     * A fact of a project that an example rule reads, with figures for its limit and its cases.
     *
     * @param component its name
     * @param words its name in words
     * @param limit the figure of its limit
     * @param above a figure above the limit
     * @param below four fifths of the limit
     * @param none the figure 0
     */
    record Fact(String component, String words, String limit, String above, String below, String none) {

        /** Returns the figures of projects that a pack may read: those it declares, then those of the core. */
        static List<Fact> of(FactType project, Unit money) {
            List<Fact> declared = new ArrayList<>();
            List<Fact> core = new ArrayList<>();
            for (FactType.Property property : project.properties().values()) {
                Unit unit = property.value().unit();
                if (property.value().kind() == FactType.Kind.FIGURE && unit != null) {
                    (property.declared() == null ? core : declared)
                            .add(of(property.name(), property.words(Language.EN), unit.isMoney() ? money : unit));
                }
            }
            declared.addAll(core);
            return declared;
        }

        /**
         * Returns a fact with example figures.
         *
         * @param unit its unit, in the currency of the pack
         */
        static Fact of(String component, String words, Unit unit) {
            if (unit.isMoney()) {
                String sign = " mn " + unit.sign();
                return new Fact(component, words, "500" + sign, "600" + sign, "400" + sign, "0" + sign);
            }
            if (unit.isShare()) {
                return new Fact(component, words, "50 %", "60 %", "40 %", "0 %");
            }
            RatingLevels levels = unit.levels();
            if (levels != null) {
                String highest = String.valueOf(levels.highest());
                String below = String.valueOf(levels.highest() - 1);
                return new Fact(component, words, highest, highest, below, below);
            }
            String sign = unit.isDeclared() ? " " + unit.sign() : "";
            return new Fact(component, words, "10" + sign, "12" + sign, "8" + sign, "0" + sign);
        }
    }

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z]+)>");

    /**
     * The properties of the example.
     *
     * @param id the rule's id
     * @param verb its verb
     * @param points its points, if it awards points
     * @param capped the criterion it caps, if it is a cap
     * @param fact the fact it reads, if that is a figure of the project
     * @param limit the id of its limit
     * @param ceiling the id of its ceiling, if it is a cap
     */
    record Wish(String id, Verb verb, BigDecimal points, String capped, Fact fact, String limit, String ceiling) {

        Map<String, String> values() {
            boolean awards = verb.effect().hasPoints();
            String words = fact.words();
            return Map.ofEntries(
                    Map.entry("id", id),
                    Map.entry("verb", verb.word),
                    Map.entry(
                            "points",
                            awards ? "@points(" + points.stripTrailingZeros().toPlainString() + ")  " : ""),
                    Map.entry("also", awards ? "points, " : ""),
                    Map.entry("capped", capped),
                    Map.entry("component", fact.component()),
                    Map.entry("fact", words),
                    Map.entry("Fact", Character.toUpperCase(words.charAt(0)) + words.substring(1)),
                    Map.entry("value", fact.limit()),
                    Map.entry("above", fact.above()),
                    Map.entry("below", fact.below()),
                    Map.entry("none", fact.none()),
                    Map.entry("limit", limit),
                    Map.entry("ceiling", ceiling));
        }
    }

    static Sample of(Wish wish) {
        return of(
                switch (wish.verb()) {
                    case AWARD, NOTE -> "at-least";
                    case AWARD_SHARE -> "award-share";
                    case KNOCK_OUT, RED_FLAG -> "below";
                    case CAP -> "cap";
                    case SUGGEST -> "suggest";
                },
                wish.values());
    }

    /**
     * The owner of a fact in an example.
     *
     * @param subject its name in sentences
     * @param pattern the pattern that matches it, up to the bracket
     * @param path the path of its facts before the last dot
     * @param in the text before a fact of it in a case
     * @param out the text after the fact
     */
    record Holder(String subject, String pattern, String path, String in, String out) {

        static final Holder PROJECT = new Holder("project", "Project", "project", "project: {", "}");
        static final Holder CITY = new Holder("city", "Project()\n  City", "city", "city: {", "}");

        /** Returns the rows of a city's list as an owner. */
        static Holder rows(String list, String row, String key) {
            return new Holder(
                    LocalName.inWords(row),
                    "Project()\n  " + row,
                    "city." + list + ".example",
                    "city: {" + list + ": [{" + key + ": example, ",
                    "}], complete: [" + list + "]}");
        }

        private Map<String, String> values() {
            return Map.of("subject", subject, "holder", pattern, "path", path, "in", in, "out", out);
        }
    }

    /**
     * A condition on a fact that is not a figure.
     *
     * @param before a pattern that must precede it; empty if none
     * @param condition the condition
     * @param yes a value that satisfies it
     * @param no a value that does not
     * @param besides other facts that a case needs; empty for none
     */
    record Asked(String before, String condition, String yes, String no, String besides) {

        private Map<String, String> values() {
            return Map.of("before", before, "condition", condition, "yes", yes, "no", no, "besides", besides);
        }
    }

    /** Returns an example for a fact that is true or false: it awards points if it is true. */
    static Sample claim(Wish wish, Holder holder) {
        return of("claim", joined(wish.values(), holder.values()));
    }

    /** Returns an example for a figure: it awards points if the figure is high enough. */
    static Sample figure(Wish wish, Holder holder) {
        return of("figure", joined(wish.values(), holder.values()));
    }

    /** Returns an example for any other fact: it awards points if a condition is met. */
    static Sample meets(Wish wish, Holder holder, Asked asked) {
        return of("meets", joined(joined(wish.values(), holder.values()), asked.values()));
    }

    /** Returns an example of a table with two bands: half of the points in the lower one, all in the upper one. */
    static Sample bands(Wish wish) {
        BigDecimal half = wish.points().divide(BigDecimal.valueOf(2));
        return of(
                "bands",
                joined(
                        wish.values(),
                        Map.of(
                                "most", wish.points().stripTrailingZeros().toPlainString(),
                                "half", half.stripTrailingZeros().toPlainString())));
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** Returns an example for a criterion on the city's side: local demand for the project's product. */
    static Sample demand(String id, String limit, Unit currency) {
        return of(
                "demand",
                Map.of(
                        "id",
                        id,
                        "limit",
                        limit,
                        "points",
                        "@points(100)  ",
                        "also",
                        "points, ",
                        "money",
                        currency.sign()));
    }

    private static Sample of(String name, Map<String, String> values) {
        StringBuilder rule = new StringBuilder();
        List<Item> limits = new ArrayList<>();
        List<Item> cases = new ArrayList<>();
        for (String line : template(name + ".sample").lines().toList()) {
            List<String> parts = Arrays.stream(line.split(" \\| ", -1))
                    .map(part -> filled(part, values))
                    .toList();
            switch (parts.get(0)) {
                case "limit" -> limits.add(limit(parts.get(1), scalar(parts.get(2)), parts.get(3)));
                case "case", "case -high", "case -low" ->
                    cases.add(item(
                            values.get("id")
                                    + parts.get(0).substring("case".length()).strip(),
                            parts.get(1),
                            parts.subList(2, parts.size() - 1).stream()
                                    .filter(part -> !part.isBlank())
                                    .toList(),
                            parts.get(parts.size() - 1)));
                default -> rule.append(filled(line, values)).append('\n');
            }
        }
        return new Sample(aligned(rule.toString()), limits, cases);
    }

    /** Returns a rule with the columns of its table aligned as {@code rules fmt} does. */
    private static String aligned(String rule) {
        List<String> lines = new ArrayList<>(rule.lines().toList());
        List<Integer> rows = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(" | "))
                .boxed()
                .toList();
        List<List<String>> cells = rows.stream()
                .map(row -> List.of(lines.get(row).strip().split(" \\| ", -1)))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder line = new StringBuilder("   ");
            for (int column = 0; column < cells.get(i).size(); column++) {
                int at = column;
                int width = cells.stream()
                        .mapToInt(row -> row.get(at).length())
                        .max()
                        .orElse(0);
                String cell = cells.get(i).get(column);
                String blanks = " ".repeat(width - cell.length());
                boolean number = cell.matches("[\\d.]+");
                line.append(column == 0 ? " " : " | ").append(number ? blanks + cell : cell + blanks);
            }
            lines.set(rows.get(i), line.toString().stripTrailing());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)))));
    }

    private static String template(String name) {
        try (InputStream file = Objects.requireNonNull(Sample.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item limit(String id, String title, String value) {
        String reason = "an example until somebody gives a number and says why";
        return new Item(
                List.of(
                        "- id: " + id,
                        "  title: " + title,
                        "  values: [{value: " + value + "}]  # your number; a second one with `from:` where it changes",
                        "  assumed: true  # or instead of this and `reason`: `source: …`, if somebody published it",
                        "  reason: " + reason),
                "{id: " + id + ", title: " + title + ", values: [{value: " + value + "}], assumed: true, reason: "
                        + reason + "}",
                true);
    }

    /** Returns a sentence as a YAML value, quoted if it contains a character with a meaning in YAML. */
    private static String scalar(String sentence) {
        return sentence.matches("\\p{L}[\\p{L}\\p{N} .%;-]*")
                ? sentence
                : '"' + sentence + '"'; // no name contains a quotation mark or a backslash
    }

    private static Item item(String rule, String sentence, List<String> given, String expect) {
        List<String> lines = new ArrayList<>(List.of("- case: " + scalar(sentence), "  rule: " + rule, "  given:"));
        given.forEach(line -> lines.add("    " + line));
        lines.add("  expect: " + expect);
        return new Item(
                lines,
                "{case: \"" + sentence + "\", rule: " + rule + ", given: {" + String.join(", ", given) + "}, expect: "
                        + expect + "}",
                expect.contains("fires"));
    }
}
