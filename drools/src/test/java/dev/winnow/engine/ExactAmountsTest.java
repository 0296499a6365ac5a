package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All evaluators compare and add amounts exactly, in any order of rows. */
class ExactAmountsTest {

    private static final int WORLDS = 400;
    private static final BigDecimal GRANT = new BigDecimal("0.15");
    private static final BigDecimal SUPPORT = new BigDecimal("0.35");
    /** Both 7.6 plus 5 % and 8.4 minus 5 %. */
    private static final BigDecimal MARKET = new BigDecimal("7.98");

    private static final String PACK = """
        name: exact
        title: Exact amounts
        version: 1.0.0
        owner: the guild
        purpose: Compares amounts at their limits.
        criteria:
          - {id: money, title: Money, side: city, weight: 1}
          - {id: plan, title: Plan, side: project, weight: 1}
        conditions: [sense]
        thresholds: {recommend: 60, decline: 25}
        """;

    private static final String LIMITS = """
        limits:
          - {id: grant-most, title: Grant, values: [{value: 15 %}], assumed: true, reason: a test}
          - {id: support-most, title: Support, values: [{value: 35 %}], assumed: true, reason: a test}
          - {id: market-least, title: Market, values: [{value: 7.98 mn yuan}], assumed: true, reason: a test}
        """;

    private static final String MONEY = rules("money", """
        rule "funds-cover-need"
          @title("Funds cover the need")
          @points(60)  @source("almanac")
        when
          Project( $need : fundingNeed )
          accumulate( Fund( $left : available ); $all : sum($left); $all >= $need )
        then
          card.award("%s of %s", $all, $need);
        end

        rule "funds-cover-part"
          @title("Funds cover a part of the need")
          @points(40)  @source("almanac")
        when
          Project( $need : fundingNeed )
          accumulate( Fund( $left : available ); $all : sum($left); $all > 0 )
        then
          card.awardShare($all, $need, "%s of %s", $all, $need);
        end
        """);

    private static final String VOCABULARY = """
        project:
          directFunding: {is: money, name: grant}
          loans: {is: money, name: loans}
        """;

    private static final String PLAN = rules("plan", """
        rule "grant-within"
          @title("The grant is within its part")
          @points(50)  @source("almanac")
        when
          Limit( id == "grant-most", $most : value )
          Project( $grant : directFunding, $cost : investment, directFunding / investment <= $most )
        then
          card.award("%s of %s", $grant, $cost);
        end

        rule "market-large"
          @title("The market is large")
          @points(50)  @source("almanac")
        when
          Limit( id == "market-least", $least : value )
          Project( $markets : endMarkets )
          Demand( endMarket memberOf $markets, $size : annualOutput, annualOutput >= $least )
        then
          card.award("%s of %s", $size, $least);
        end
        """);

    private static final String SENSE = rules("sense", """
        rule "too-much-support"
          @title("Grant and loans are above their part")
          @source("almanac")
        when
          Limit( id == "support-most", $most : value )
          Project( $grant : directFunding, $loans : loans, $cost : investment, $grant + loans > $most * investment )
        then
          card.redFlag("%s and %s of %s", $grant, $loans, $cost);
        end

        rule "needs-more-than-it-costs"
          @title("It needs more than it costs")
          @source("almanac")
        when
          Project( $need : fundingNeed, $cost : investment, $need > investment )
        then
          card.knockOut("%s of %s", $need, $cost);
        end
        """);

    @TempDir
    static Path folder;

    private static List<Screener> screeners = List.of();
    private static Vocabulary vocabulary = Vocabulary.core();

    private static String rules(String name, String rules) {
        return "// A test.\npackage exact." + name + "\n\nimport dev.winnow.model.*\nimport dev.winnow.engine.*\n\n"
                + "global Scorecard card\n\n" + rules;
    }

    @BeforeAll
    static void read() {
        Bakery files = Bakery.empty(folder.resolve("exact"))
                .write("pack.yaml", PACK)
                .write("vocabulary.yaml", VOCABULARY)
                .write("limits.yaml", LIMITS)
                .write("money.drl", MONEY)
                .write("plan.drl", PLAN)
                .write("sense.drl", SENSE);
        RulePack pack = RulePack.draft(files.folder());
        vocabulary = pack.vocabulary();
        screeners =
                List.of(Screener.of(pack, Matcher.FUSED), Screener.of(pack, Matcher.PHREAK), Screener.walking(pack));
    }

    private static List<Explanation> judged(World world) {
        Universe universe = Universe.parse(vocabulary, Map.of("world.yaml", world.yaml()));
        assertThat(universe.problems()).isEmpty();
        return screeners.stream()
                .map(screener -> Explained.of(screener, universe).pairs().get(0))
                .toList();
    }

    @Test
    void verdictsEqualExactArithmeticInAnyRowOrder() {
        Random random = new Random(104);
        int otherwise = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = World.drawn(random);
            for (World same : List.of(world, world.shuffled(random))) {
                for (Explanation explained : judged(same)) {
                    Assessment judged = explained.assessment();
                    assertThat(judged.score().low()).as("%s", same).isEqualByComparingTo(world.score(true));
                    assertThat(judged.score().high()).as("%s", same).isEqualByComparingTo(world.score(false));
                    assertThat(judged.because()).as("%s", same).isEqualTo(world.because());
                }
            }
            otherwise += world.isOtherInDoubles() ? 1 : 0;
        }
        assertThat(otherwise).as("worlds with other results in doubles").isGreaterThan(20);
    }

    @Test
    void coveringANeedExactlyCoversIt() {
        World world = new World(List.of("40.1", "64.1"), "104.2", "1000", "0", "0", "9");
        assertThat(judged(world))
                .allSatisfy(one -> assertThat(one.findings())
                        .anyMatch(finding -> finding.rule().equals("funds-cover-need")
                                && finding.reason().equals("104.2 mn yuan of 104.2 mn yuan")));
    }

    @ParameterizedTest
    @CsvSource({"60.0, true", "60.1, false"})
    void exactlyFifteenPerCentIsWithinFifteenPerCent(String grant, boolean within) {
        World world = new World(List.of("1"), "1", "400", grant, "0", "9");
        assertThat(judged(world))
                .allSatisfy(one -> assertThat(one.findings())
                        .filteredOn(finding -> finding.rule().equals("grant-within"))
                        .hasSize(within ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({"20.0, false", "20.1, true"})
    void exactlyThirtyFivePerCentIsNotAboveThirtyFivePerCent(String loans, boolean above) {
        World world = new World(List.of("1"), "1", "74", "5.9", loans, "9");
        assertThat(judged(world))
                .allSatisfy(one -> assertThat(one.findings())
                        .filteredOn(finding -> finding.rule().equals("too-much-support"))
                        .hasSize(above ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({"8.4, true, true", "8.3, false, true", "7.6, false, true", "7.5, false, false"})
    void approximateFiguresSpanExactlyFivePerCent(String market, boolean certain, boolean possible) {
        World world = new World(List.of("1"), "1", "400", "0", "0", market);
        assertThat(judged(world)).allSatisfy(one -> {
            assertThat(one.findings())
                    .filteredOn(finding -> finding.rule().equals("market-large"))
                    .hasSize(certain ? 1 : 0);
            assertThat(one.undetermined())
                    .filteredOn(open -> open.rule().equals("market-large"))
                    .hasSize(possible && !certain ? 1 : 0);
        });
    }

    /**
     * A project and a city.
     *
     * @param funds the money left in each fund, in the order of their ids
     * @param need the money that the project needs
     * @param cost its cost
     * @param grant the grant that it receives
     * @param loans the loans that it receives
     * @param market the approximate size of its market
     */
    private record World(List<String> funds, String need, String cost, String grant, String loans, String market) {

        /** Draws amounts with one decimal, which often meet a limit exactly or miss it by the last digit. */
        static World drawn(Random random) {
            List<String> funds = new ArrayList<>();
            BigDecimal all = BigDecimal.ZERO;
            for (int i = 2 + random.nextInt(7); i > 0; i--) {
                BigDecimal fund = tenths(1 + random.nextInt(999));
                funds.add(fund.toString());
                all = all.add(fund);
            }
            BigDecimal need = random.nextInt(4) == 0
                    ? tenths(1 + random.nextInt(4000))
                    : all.add(tenths(random.nextInt(3) - 1)).max(tenths(1));
            BigDecimal cost = random.nextInt(8) == 0 ? need : tenths(20 * (1 + random.nextInt(400)));
            BigDecimal near = tenths(random.nextInt(3) - 1);
            BigDecimal grant = cost.multiply(GRANT)
                    .setScale(1, RoundingMode.HALF_UP)
                    .add(near)
                    .max(BigDecimal.ZERO);
            BigDecimal loans = cost.multiply(SUPPORT)
                    .subtract(grant)
                    .setScale(1, RoundingMode.HALF_UP)
                    .add(tenths(random.nextInt(3) - 1))
                    .max(BigDecimal.ZERO);
            BigDecimal market = tenths(74 + random.nextInt(12));
            return new World(funds, need + "", cost + "", grant + "", loans + "", market + "");
        }

        private static BigDecimal tenths(int number) {
            return BigDecimal.valueOf(number, 1);
        }

        World shuffled(Random random) {
            List<String> others = new ArrayList<>(funds);
            Collections.shuffle(others, random);
            return new World(others, need, cost, grant, loans, market);
        }

        private static BigDecimal of(String amount) {
            return new BigDecimal(amount);
        }

        private BigDecimal all() {
            return funds.stream().map(World::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private boolean covers() {
            return all().compareTo(of(need)) >= 0;
        }

        /** @param least whether to return the certain score; otherwise the possible one */
        BigDecimal score(boolean least) {
            BigDecimal part = covers()
                    ? BigDecimal.valueOf(40)
                    : all().multiply(BigDecimal.valueOf(40)).divide(of(need), 6, RoundingMode.DOWN);
            BigDecimal city = part.add(BigDecimal.valueOf(covers() ? 60 : 0));
            boolean within = of(grant).compareTo(of(cost).multiply(GRANT)) <= 0;
            BigDecimal size = of(market).multiply(new BigDecimal(least ? "0.95" : "1.05"));
            BigDecimal plan = BigDecimal.valueOf((within ? 50 : 0) + (size.compareTo(MARKET) >= 0 ? 50 : 0));
            return city.min(plan);
        }

        VerdictReason because() {
            if (of(need).compareTo(of(cost)) > 0) {
                return VerdictReason.KNOCK_OUT;
            }
            if (score(false).compareTo(BigDecimal.valueOf(25)) < 0) {
                return VerdictReason.TOO_LOW;
            }
            if (of(grant).add(of(loans)).compareTo(of(cost).multiply(SUPPORT)) > 0) {
                return VerdictReason.RED_FLAG;
            }
            if (score(true).compareTo(BigDecimal.valueOf(60)) >= 0) {
                return VerdictReason.CLEAR;
            }
            return score(false).compareTo(BigDecimal.valueOf(60)) >= 0
                    ? VerdictReason.FACTS_MISSING
                    : VerdictReason.BETWEEN;
        }

        /** Whether a sum or comparison would differ in binary floating point. */
        boolean isOtherInDoubles() {
            double sum = 0;
            for (String fund : funds) {
                sum += Double.parseDouble(fund);
            }
            double given = Double.parseDouble(grant);
            double paid = Double.parseDouble(cost);
            return sum >= Double.parseDouble(need) != covers()
                    || given / paid <= 0.15 != of(grant).compareTo(of(cost).multiply(GRANT)) <= 0
                    || given + Double.parseDouble(loans) > 0.35 * paid
                            != of(grant).add(of(loans)).compareTo(of(cost).multiply(SUPPORT)) > 0;
        }

        String yaml() {
            StringBuilder rows = new StringBuilder();
            for (String fund : funds) {
                rows.append("      - {id: fund-%d, available: %s mn yuan}\n".formatted(rows.length(), fund));
            }
            return """
                universe: {name: world, asOf: 2025-01-01}
                endMarkets:
                  - {id: bread, name: Bread}
                cities:
                  - id: town
                    name: Town
                    complete: [demands, funds]
                    demands:
                      - {endMarket: bread, annualOutput: about %s mn yuan}
                    funds:
                %sprojects:
                  - {id: mill, name: Mill, endMarkets: [bread], fundingNeed: %s mn yuan, investment: %s mn yuan,
                     directFunding: %s mn yuan, loans: %s mn yuan}
                """.formatted(market, rows, need, cost, grant, loans);
        }
    }
}
