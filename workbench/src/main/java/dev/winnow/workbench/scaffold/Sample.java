package dev.winnow.workbench.scaffold;

import dev.winnow.language.syntax.Verb;
import dev.winnow.workbench.edit.YamlList.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A working example rule with its limits and cases, for its author to change.
 *
 * @param rule its text
 * @param limits the limits that it reads
 * @param cases its worked examples: it fires, it does not, it cannot say
 */
record Sample(String rule, List<Item> limits, List<Item> cases) {

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
    record Wish(
            String id, Verb verb, BigDecimal points, String capped, SampleFact fact, String limit, String ceiling) {}

    static Sample of(Wish wish) {
        return switch (wish.verb()) {
            case AWARD, NOTE -> atLeast(wish);
            case AWARD_SHARE -> share(wish);
            case KNOCK_OUT, RED_FLAG, CAP -> below(wish);
            case SUGGEST -> district(wish);
        };
    }

    private static Sample atLeast(Wish wish) {
        SampleFact fact = wish.fact();
        String points = wish.verb() == Verb.AWARD ? points(wish) : "";
        String rule = rule(
                wish.id(),
                "Its " + fact.words() + " is high enough",
                points,
                "  Limit( id == \"" + wish.limit() + "\", $min : value )\n" + "  Project( $actual : " + fact.component()
                        + ", " + fact.component() + " >= $min )\n",
                "card." + wish.verb().word + "(\"Its " + fact.words() + " is %s; required: %s\", $actual, $min);");
        return new Sample(
                rule,
                List.of(limit(wish)),
                List.of(
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.above() + " is enough",
                                fact.above(),
                                "fires"),
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.below() + " is not enough",
                                fact.below(),
                                "does not fire"),
                        unknown(wish)));
    }

    /** An example on what is true or false: it awards where it is true. */
    static Sample claim(Wish wish) {
        String component = wish.fact().component();
        String rule = rule(
                wish.id(),
                "It is true of the project: " + wish.fact().words(),
                points(wish),
                "  Project( " + component + " == true, $name : name )\n",
                "card.award(\"It is true of %s: " + wish.fact().words() + "\", $name);");
        return new Sample(
                rule,
                List.of(),
                List.of(
                        figure(wish, "It is true of the project", "true", "fires"),
                        figure(wish, "It is not true of the project", "false", "does not fire"),
                        unknown(wish)));
    }

    private static Sample below(Wish wish) {
        SampleFact fact = wish.fact();
        boolean cap = wish.verb() == Verb.CAP;
        String rule = rule(
                wish.id(),
                "Its " + fact.words() + " is too low",
                "",
                (cap ? "  Limit( id == \"" + wish.ceiling() + "\", $ceiling : value )\n" : "")
                        + "  Limit( id == \"" + wish.limit() + "\", $min : value )\n"
                        + "  Project( $actual : " + fact.component() + ", " + fact.component() + " < $min )\n",
                "card." + wish.verb().word + "(" + (cap ? "\"" + wish.capped() + "\", $ceiling, " : "") + "\"Its "
                        + fact.words() + " is %s; required: %s\", $actual, $min);");
        List<Item> limits = new ArrayList<>(List.of(limit(wish)));
        if (cap) {
            limits.add(limit(wish.ceiling(), "What " + wish.capped() + " may count at most then", "40"));
        }
        return new Sample(
                rule,
                limits,
                List.of(
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.below() + " is too low",
                                fact.below(),
                                "fires"),
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.above() + " is high enough",
                                fact.above(),
                                "does not fire"),
                        unknown(wish)));
    }

    private static Sample share(Wish wish) {
        SampleFact fact = wish.fact();
        String rule = rule(
                wish.id(),
                "The higher its " + fact.words() + ", the better",
                points(wish),
                "  Limit( id == \"" + wish.limit() + "\", $whole : value )\n" + "  Project( $part : " + fact.component()
                        + ", " + fact.component() + " > 0 )\n",
                "card.awardShare($part, $whole, \"Its " + fact.words()
                        + " is %s; %s earns all points\", $part, $whole);");
        return new Sample(
                rule,
                List.of(limit(wish)),
                List.of(
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.below() + " earns four fifths",
                                fact.below(),
                                "{outcome: fires, share: 0.8}"),
                        figure(
                                wish,
                                "The " + fact.words() + " of " + fact.none() + " earns nothing",
                                fact.none(),
                                "does not fire"),
                        unknown(wish)));
    }

    private static Sample district(Wish wish) {
        String rule = rule(
                wish.id(),
                "A district of the city specialises in its link",
                "",
                """
                Project( $links : links )
                ChainLink( id memberOf $links, $link : id )
                District( specialisms contains $link, $district : name )
                """.indent(2),
                "card.suggest($district, \"%s is home to firms in %s\", $district, $link);");
        String link = wish.id() + "-link";
        String given = "chains: [{id: " + wish.id() + "-chain, links: [{id: " + link + ", stage: example}, {id: " + link
                + "-b, stage: example}]}]";
        String project = "project: {links: [" + link + "]}";
        return new Sample(
                rule,
                List.of(),
                List.of(
                        item(
                                wish.id(),
                                "A district that specialises in its link is suggested",
                                List.of(given, project, city(link)),
                                "fires"),
                        item(
                                wish.id(),
                                "A district of other firms is not",
                                List.of(given, project, city(link + "-b")),
                                "does not fire"),
                        item(
                                wish.id(),
                                "Of a city whose districts nobody wrote down it cannot be said",
                                List.of(given, project),
                                "{outcome: cannot say, missing: [city.districts]}")));
    }

    private static String city(String specialism) {
        return "city: {districts: [{name: Example district, specialisms: [" + specialism
                + "]}], complete: [districts]}";
    }

    /** An example on the city's side: local demand for the project's product. */
    static Sample demand(String id, String limit) {
        String rule = rule(
                id,
                "A local end market is large enough",
                "@points(100)  ",
                """
                Limit( id == "%s", $min : value )
                Project( $markets : endMarkets )
                Demand( endMarket memberOf $markets, $market : endMarket, $size : annualOutput, annualOutput >= $min )
                """.formatted(limit).indent(2),
                "card.award(\"The city's output in %s is %s a year; required: %s\", $market, $size," + " $min);");
        String project = "project: {endMarkets: [bread]}";
        return new Sample(
                rule,
                List.of(limit(limit, "Output a year at which a local end market is large enough", "10 bn yuan")),
                List.of(
                        item(
                                id,
                                "A market of 12 bn yuan a year is large enough",
                                List.of(project, "city: {demands: [{endMarket: bread, annualOutput: 12 bn yuan}]}"),
                                "fires"),
                        item(
                                id,
                                "A market of 8 bn yuan a year is not, where there is no other",
                                List.of(
                                        project,
                                        "city: {demands: [{endMarket: bread, annualOutput: 8 bn yuan}], complete:"
                                                + " [demands]}"),
                                "does not fire"),
                        item(
                                id,
                                "Of a city of whose markets nobody wrote it cannot be said",
                                List.of(project),
                                "{outcome: cannot say, missing: [city.demands]}")));
    }

    private static String points(Wish wish) {
        return "@points(" + wish.points().stripTrailingZeros().toPlainString() + ")  ";
    }

    private static String rule(String id, String title, String points, String conditions, String sentence) {
        return "// " + id + " is an example that works. Make it yours: title, " + (points.isEmpty() ? "" : "points, ")
                + "source, conditions and reason here,\n"
                + "// then its limit in limits.yaml and its worked examples under cases/.\n"
                + "rule \"" + id + "\"\n"
                + "  @title(\"" + title + "\")\n"
                + "  " + points + "@source(\"example\")\n"
                + "when\n"
                + conditions
                + "then\n"
                + "  " + sentence + "\n"
                + "end\n";
    }

    private static Item limit(Wish wish) {
        String words = wish.fact().words();
        boolean all = wish.verb() == Verb.AWARD_SHARE;
        String title = Character.toUpperCase(words.charAt(0))
                + words.substring(1)
                + (all ? " that earns all points" : " required of a project");
        return limit(wish.limit(), title, wish.fact().limit());
    }

    private static Item limit(String id, String title, String value) {
        String reason = "an example until somebody gives a number and says why";
        return new Item(
                List.of(
                        "- id: " + id,
                        "  title: " + scalar(title),
                        "  values: [{value: " + value + "}]  # your number; a second one with `from:` where it changes",
                        "  assumed: true  # or instead of this and `reason`: `source: …`, if somebody published it",
                        "  reason: " + reason),
                "{id: " + id + ", title: " + scalar(title) + ", values: [{value: " + value
                        + "}], assumed: true, reason: " + reason + "}",
                true);
    }

    /** A sentence as a value of YAML: in quotes where a name in it holds a sign with a meaning there. */
    private static String scalar(String sentence) {
        return sentence.matches("\\p{L}[\\p{L}\\p{N} .%;-]*")
                ? sentence
                : '"' + sentence + '"'; // no name holds a quotation mark or a backslash
    }

    private static Item figure(Wish wish, String sentence, String value, String expect) {
        return item(wish.id(), sentence, List.of("project: {" + wish.fact().component() + ": " + value + "}"), expect);
    }

    private static Item unknown(Wish wish) {
        return item(
                wish.id(),
                "Of a project whose " + wish.fact().words() + " nobody knows it cannot be said",
                List.of("project: {}"),
                "{outcome: cannot say, missing: [project." + wish.fact().component() + "]}");
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
