package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import dev.winnow.model.source.Foreign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several mistakes at once give as many messages in one run, each with its place and a fix. */
class PackMistakesTest {

    @TempDir
    Path folder;

    @Test
    void sixMistakesInOneFile() {
        Bakery bakery = Bakery.in(folder)
                .edit("demand.drl", "annualOutput >= $min", "anualOutput >= $min")
                .edit("demand.drl", "\"several-users\"", "\"several-user\"")
                .edit("demand.drl", "$users > 0", "$users > 3")
                .edit("demand.drl", "make a market\", $users, $enough);\nend", "make a market\", $users, $enough);\n")
                .edit("demand.drl", "card.redFlag", "card.redFlog");
        dropCases(bakery, "cases/demand.yaml", "nobody-eats-it");

        assertThat(bakery.messages()).containsExactly("""
            demand.drl:15:83: `Demand` has no `anualOutput`
               |   Demand( endMarket memberOf $markets, $market : endMarket, $size : annualOutput, anualOutput >= $min )
               |                                                                                   ^^^^^^^^^^^ did you mean `annualOutput`?\
            """, """
            demand.drl:24:16: limits.yaml has no `several-user`
               |   Limit( id == "several-user", $enough : value )
               |                ^^^^^^^^^^^^^^ did you mean `several-users`?\
            """, """
            demand.drl:26:84: the bare number `3` has no source
               |   accumulate( LeadUser( endMarket memberOf $markets ); $users : count(1); $users > 3 )
               |                                                                                    ^ define it in limits.yaml and write `Limit( id == "…", $min : value )`\
            """, """
            demand.drl:28:88: rule `cafes-at-hand` has no `end`
               |   card.awardShare($users, $enough, "%s cafés where %s make a market", $users, $enough);
               |                                                                                        ^ write `end` on the next line\
            """, """
            demand.drl:31:6: rule `nobody-eats-it` has no case
               |   rule "nobody-eats-it"
               |        ^^^^^^^^^^^^^^^^ add `fires`, `does not fire` to cases/demand.yaml\
            """, """
            demand.drl:38:8: unknown verb `redFlog`
               |   card.redFlog("Nobody in the town buys %s", $markets);
               |        ^^^^^^^ did you mean `redFlag`?\
            """);
    }

    @Test
    void sixMistakesInOneRule() {
        Bakery bakery = Bakery.in(folder)
                .edit("demand.drl", "Limit( id == \"large-market\"", "Limit( id == \"large-markt\"")
                .edit("demand.drl", "$market : endMarket", "$market : endMarkt")
                .edit("demand.drl", "annualOutput >= $min", "annualOutput >= 300")
                .edit("demand.drl", "card.award(", "card.aword(")
                .edit("demand.drl", "$market, $size, $min);\nend\n", "$market, $size, $min);\n");
        dropCases(bakery, "cases/demand.yaml", "market-at-scale");

        assertThat(bakery.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly(
                        "rule `market-at-scale` has no case",
                        "limits.yaml has no `large-markt`",
                        "`Demand` has no `endMarkt`",
                        "the bare number `300` has no source",
                        "unknown verb `aword`",
                        "rule `market-at-scale` has no `end`");
    }

    @Test
    void sixMistakesInSixFiles() {
        Bakery bakery = Bakery.in(folder)
                .edit("chain.drl", "held == false", "heldd == false")
                .edit("money.drl", "card.awardShare", "card.awardShares")
                .edit("sense.drl", "since %s\", $day);\nend", "since %s\", $day);")
                .edit("demand.drl", "\"several-users\"", "\"seveal-users\"")
                .edit("demand.drl", "annualOutput >= $min", "annualOutput >= 30");
        bakery.write("cases/sense.yaml", "cases: []\n");

        assertThat(bakery.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly(
                        "`Presence` has no `heldd`",
                        "the bare number `30` has no source",
                        "limits.yaml has no `seveal-users`",
                        "unknown verb `awardShares`",
                        "rule `baked-before` has no case",
                        "rule `baked-before` has no `end`");
    }

    @Test
    void tenMistakes() {
        Bakery bakery = Bakery.in(folder)
                .edit("pack.yaml", "owner: the guild\n", "")
                .edit("pack.yaml", "side: city", "side: town")
                .edit("limits.yaml", "    reason: the almanac names three\n", "")
                .edit("limits.yaml", "value: 30 mn yuan", "value: over 30 mn yuan")
                .edit("demand.drl", "package bakery.demand", "package bakery.market")
                .edit("demand.drl", "  @title(\"A market of the town is large\")\n", "")
                .edit("demand.drl", "  not Demand(", "  exists Demand(")
                .edit("money.drl", "$need : fundingNeed", "$need : needed")
                .edit("cases/chain.yaml", "expect: cannot say", "expect: who knows")
                .write("recipe.txt", "flour");

        assertThat(bakery.problems())
                .hasSize(10)
                .allSatisfy(problem -> assertThat(problem.place().file()).contains("bakery/"));
    }

    /** Six mistakes, each planted at a random place in a shipped pack, give six messages. */
    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "battery", "chips-act", "data-centre"})
    void sixMistakesAnywhereInAShippedPackGiveSixMessages(String pack) {
        for (int seed = 0; seed < Thorough.count(15, 30); seed++) {
            Bakery bakery = Bakery.shipped(pack, folder.resolve(pack + seed));
            List<String> planted = plant(bakery, new Random(seed));
            assertThat(bakery.problems())
                    .as("seed %d: %s", seed, planted)
                    .hasSize(6)
                    .allSatisfy(problem -> {
                        assertThat(problem.place().line()).isPositive();
                        assertThat(problem.place().column()).isPositive();
                        assertThat(problem.advice()).isNotNull();
                        assertThat(Foreign.in(problem)).isEmpty();
                    });
        }
    }

    private static List<String> plant(Bakery pack, Random random) {
        List<String> planted = new ArrayList<>();
        planted.add(dropCases(pack, random));
        planted.add(change(pack, random, "\\bLimit\\( id == \"([a-z-]+)\"", PackMistakesTest::misspelt));
        planted.add(change(pack, random, "\\bcard\\.(award|awardShare|note|redFlag|knockOut|cap)\\(", w -> w + "z"));
        planted.add(change(pack, random, "(?<=\\$[a-z]{1,20} : )(\\w+)(?=[, ])", PackMistakesTest::misspelt));
        planted.add(change(pack, random, "(?:>=|>|<=|<) (\\$[a-z]+|0|1)(?= \\))", w -> "250"));
        planted.add(change(pack, random, "\n(end)(?=\n)", w -> ""));
        return planted;
    }

    private static String misspelt(String word) {
        return word.charAt(0) + "z" + word.substring(1);
    }

    /** Changes a random occurrence of the first group of a pattern in the rule files. */
    private static String change(
            Bakery pack, Random random, String pattern, java.util.function.UnaryOperator<String> to) {
        List<String> files = ruleFiles(pack);
        Collections.shuffle(files, random);
        for (String file : files) {
            String text = pack.text(file);
            List<MatchResult> places = Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .filter(place -> !text.substring(text.lastIndexOf('\n', place.start(1)) + 1, place.start(1))
                            .contains("//"))
                    .toList();
            if (!places.isEmpty()) {
                MatchResult place = places.get(random.nextInt(places.size()));
                String after = to.apply(place.group(1));
                pack.write(file, text.substring(0, place.start(1)) + after + text.substring(place.end(1)));
                return file + ": " + place.group(1) + " → " + after;
            }
        }
        throw new IllegalStateException("pattern not found: " + pattern);
    }

    private static List<String> ruleFiles(Bakery pack) {
        try (Stream<Path> files = Files.list(pack.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String dropCases(Bakery pack, Random random) {
        List<String> files = ruleFiles(pack);
        String file = files.get(random.nextInt(files.size()));
        List<String> rules = Pattern.compile("(?m)^rule \"([a-z0-9-]+)\"")
                .matcher(pack.text(file))
                .results()
                .map(place -> place.group(1))
                .toList();
        String rule = rules.get(random.nextInt(rules.size()));
        dropCases(pack, "cases/" + file.replace(".drl", ".yaml"), rule);
        return "no case of " + rule;
    }

    private static void dropCases(Bakery pack, String file, String rule) {
        StringBuilder kept = new StringBuilder();
        for (String block : pack.text(file).split("(?m)^(?=  - case:)", -1)) {
            if (!Pattern.compile("(?m)^    rule: " + rule + "$").matcher(block).find()) {
                kept.append(block);
            }
        }
        String left = kept.toString();
        pack.write(file, left.contains("- case:") ? left : left.replace("cases:", "cases: []"));
    }
}
