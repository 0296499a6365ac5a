package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Unit;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A working example rule with its limits and cases, for its author to change. It is made from a template: the rule, then
 * a line {@code limit | id | title | value} for each limit and {@code case | sentence | facts | outcome} for each case,
 * in which names in angle brackets stand for values.
 *
 * @param rule its text
 * @param limits the limits that it reads
 * @param cases its worked examples: it fires, it does not, it cannot say
 */
record Sample(String rule, List<Item> limits, List<Item> cases) {

    /**
     * A fact of a project that an example rule may read, with figures for its limit and its cases.
     *
     * @param component its name
     * @param words what it is called
     * @param limit the figure of its limit
     * @param above a figure above the limit
     * @param below four fifths of the limit
     * @param none nothing of it
     */
    record Fact(String component, String words, String limit, String above, String below, String none) {

        /** The figures of projects that a pack may read: those that it declares, then those that every project has. */
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
         * A fact of a name.
         *
         * @param unit what it counts, in the currency of the pack
         */
        static Fact of(String component, String words, Unit unit) {
            if (unit.isMoney()) {
                String sign = " mn " + unit.sign();
                return new Fact(component, words, "500" + sign, "600" + sign, "400" + sign, "0" + sign);
            }
            if (unit.isShare()) {
                return new Fact(component, words, "50 %", "60 %", "40 %", "0 %");
            }
            String sign = unit.isDeclared() ? " " + unit.sign() : "";
            return new Fact(component, words, "10" + sign, "12" + sign, "8" + sign, "0" + sign);
        }
    }

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z]+)>");

    /**
     * What the example should be.
     *
     * @param id the rule's id
     * @param verb what it does
     * @param points its points, if it awards
     * @param capped the criterion it caps, if it caps
     * @param fact the fact it reads, where that is a figure of the project
     * @param limit the id of its limit
     * @param ceiling the id of its ceiling, if it caps
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

    /** An example on what is true or false: it awards where it is true. */
    static Sample claim(Wish wish) {
        return of("claim", wish.values());
    }

    /** An example on the city's side: local demand for the project's product. */
    static Sample demand(String id, String limit) {
        return of("demand", Map.of("id", id, "limit", limit, "points", "@points(100)  ", "also", "points, "));
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
                case "case" ->
                    cases.add(item(
                            Objects.requireNonNull(values.get("id")),
                            parts.get(1),
                            parts.subList(2, parts.size() - 1),
                            parts.get(parts.size() - 1)));
                default -> rule.append(parts.get(0)).append('\n');
            }
        }
        return new Sample(rule.toString(), limits, cases);
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

    /** A sentence as a value of YAML: in quotes where a name in it holds a sign with a meaning there. */
    private static String scalar(String sentence) {
        return sentence.matches("\\p{L}[\\p{L}\\p{N} .%;-]*")
                ? sentence
                : '"' + sentence + '"'; // no name holds a quotation mark or a backslash
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
