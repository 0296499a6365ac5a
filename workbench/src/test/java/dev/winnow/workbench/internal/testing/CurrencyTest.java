package dev.winnow.workbench.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack has one currency, which its cases use; a universe in another currency is refused. */
class CurrencyTest {

    private static final String TOWN = """
        cities: [{id: town, name: Town, complete: [demands, funds], demands: [{endMarket: bread, annualOutput: 60 mn %1$s}],
          funds: [{id: yeast, tracks: [food], available: 3 mn %1$s}]}]
        projects: [{id: rye, name: Rye, track: food, endMarkets: [bread], fundingNeed: 5 mn %1$s}]
        """;

    @TempDir
    private Path folder;

    private static Universe universe(String currency, String sign) {
        return Universe.parse(
                ShippedFacts.VOCABULARY,
                Map.of(
                        "u.yaml",
                        "universe: {name: breads, asOf: 2025-06-30, currency: " + currency + "}\n"
                                + TOWN.formatted(sign)));
    }

    private RulePack inDollars() {
        Bakery bakery = Bakery.in(folder).edit("pack.yaml", "criteria:", "currency: USD\ncriteria:");
        for (String file : List.of("limits.yaml", "cases/demand.yaml", "cases/money.yaml")) {
            bakery.write(file, bakery.text(file).replace("yuan", "USD"));
        }
        return bakery.load();
    }

    @Test
    void aPackInDollarsHasItsLimitsAndCasesInDollars() {
        RulePack pack = inDollars();
        assertThat(pack.money()).isEqualTo(Unit.USD);
        assertThat(CaseRunner.run(pack)).allMatch(CaseResult::passed);
    }

    @Test
    void itScreensAUniverseInDollarsCompiledAsWalked() {
        RulePack pack = inDollars();
        for (Screener screener : List.of(Screener.of(pack), Screener.walking(pack))) {
            assertThat(first(screener, "USD").findings())
                    .extracting(finding -> finding.reason())
                    .contains(
                            "bread sells for 60 mn USD a year, 50 mn USD is large", "Funds give 3 mn USD of 5 mn USD");
        }
    }

    @Test
    void aUniverseOfAnotherCurrencyIsNotScreened() {
        RulePack pack = Bakery.in(folder).load();
        Screener screener = Screener.walking(pack);
        Universe dollars = universe("USD", "USD");
        for (Runnable screening : List.<Runnable>of(
                () -> screener.screen(dollars),
                () -> screener.screen(dollars, dollars.asOf()),
                () -> screener.screenAtDecisions(dollars))) {
            assertThatThrownBy(screening::run)
                    .isInstanceOfSatisfying(
                            PackException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(Problem::toString)
                                    .containsExactly("""
                                        bakery/pack.yaml: the pack's currency is yuan, but the universe `breads` uses USD
                                           | give an exchange rate with its date, such as `--rate USD=…@2025-12-31`, or use a pack with `currency: USD`\
                                        """));
        }
    }

    @Test
    void aPackWithoutMoneyInLimitsAndSumsScreensAnyCurrency() {
        Bakery bakery = Bakery.in(folder);
        String head = "import dev.winnow.model.*\nimport dev.winnow.engine.*\nglobal Scorecard card\n";
        bakery.write("demand.drl", "package bakery.demand\n" + head + """
            rule "bread-is-eaten" @title("Bread is eaten") @points(100) @source("almanac")
            when
              Project( $markets : endMarkets )
              Demand( endMarket memberOf $markets, $market : endMarket, $size : annualOutput )
            then
              card.award("%s sells for %s", $market, $size);
            end
            """);
        bakery.write("money.drl", "package bakery.money\n" + head + """
            rule "needs-money" @title("It needs money") @points(100) @source("almanac")
            when
              Project( $need : fundingNeed, fundingNeed > 0 )
            then
              card.award("It needs %s", $need);
            end
            """);
        bakery.write("limits.yaml", "limits: []\n").remove("cases/demand.yaml").remove("cases/money.yaml");
        Screener screener = Screener.walking(RulePack.draft(bakery.folder()));
        assertThat(first(screener, "EUR").findings())
                .extracting(finding -> finding.reason())
                .containsExactlyInAnyOrder("bread sells for 60 mn EUR", "It needs 5 mn EUR");
    }

    private static Explanation first(Screener screener, String currency) {
        return screener.open(universe(currency, currency))
                .result()
                .explanations()
                .findFirst()
                .orElseThrow();
    }
}
