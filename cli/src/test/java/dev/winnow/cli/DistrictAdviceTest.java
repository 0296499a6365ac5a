package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.console.Run;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.contents.RankingContents;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.text.TextRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The advised district of a city, with its reasons. */
class DistrictAdviceTest {

    private static final String HEAD = """
        package harbour.place

        import dev.winnow.model.*
        import dev.winnow.engine.*

        global Scorecard card

        """;
    private static final String BY_TRADE = """
        rule "by-trade"
          @title("A district gathers firms of its trade")
          @source("almanac")
        when
          Project( $links : links )
          ChainLink( id memberOf $links, $link : id )
          District( specialisms contains $link, $name : name )
        then
          card.suggest($name, "%s gathers firms of %s", $name, $link);
        end
        """;
    private static final String BY_ROOM = """
        rule "by-room"
          @title("A district has room")
          @source("almanac")
        when
          Project( $name : name )
          District( keyEnterprises >= 1, $district : name )
        then
          card.suggest($district, "%s has room for %s", $district, $name);
        end
        """;
    private static final List<String> DISTRICTS = List.of(
            "{name: Quayside, specialisms: [tower]}",
            "{name: Dockside, specialisms: [tower, blade]}",
            "{name: Oldtown, specialisms: [cable], keyEnterprises: 5}");

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void copyThePack() throws IOException {
        pack = folder.resolve("harbour");
        Files.createDirectories(pack);
        Path from = Path.of("..", "analysis", "src", "test", "resources", "packs", "harbour");
        for (String file :
                List.of("pack.yaml", "vocabulary.yaml", "limits.yaml", "gain.drl", "pull.drl", "stops.drl")) {
            Files.writeString(
                    pack.resolve(file),
                    Files.readString(from.resolve(file)).replace("conditions: [stops]", "conditions: [stops, place]"));
        }
    }

    private ScreeningResult given(List<String> districts, String rules) {
        return given(districts, rules, "");
    }

    /** @param stands further YAML lines of the project */
    private ScreeningResult given(List<String> districts, String rules, String stands) {
        try {
            Files.writeString(pack.resolve("place.drl"), HEAD + rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Universe universe = Universe.parse(
                ShippedFacts.VOCABULARY, Map.of("wind.yaml", """
                    universe: {name: wind, asOf: 2020-12-31}
                    chains: [{id: wind-power, links: [{id: tower, stage: one}, {id: blade, stage: two}, {id: cable, stage: three}]}]
                    cities:
                      - {id: northport, complete: [districts], districts: [%s], presences: [{link: tower, held: false}]}
                    projects: [{id: gale, name: Gale, links: [tower], consortium: true, ownsTechnology: true, publicBacking: true%s}]
                    """.formatted(String.join(", ", districts), stands)));
        assertThat(universe.problems()).isEmpty();
        return Screener.walking(RulePack.draft(pack)).open(universe).result();
    }

    private static String table(ScreeningResult result) {
        return TextRenderer.render(
                RankingContents.whole(
                        result.asked(), result.session()::explanations, Grouping.CITY, Run.ENGLISH, one -> ""),
                Colours.OFF,
                Columns.PAGE);
    }

    private static String memo(ScreeningResult result) {
        return TextRenderer.render(
                MemoContents.of(
                        result.asked(),
                        result.explanations().findFirst().orElseThrow(),
                        Run.ENGLISH,
                        new FactWords(Run.ENGLISH, result.asked().names()),
                        List.of()),
                Colours.OFF,
                Columns.PAGE);
    }

    @Test
    void tableShowsTheDistrictWithItsReason() {
        assertThat(table(given(DISTRICTS, BY_TRADE)))
                .contains("\n        District Dockside: Dockside gathers firms of tower\n");
    }

    @Test
    void memoShowsTheDistrictAndEqualAlternatives() {
        assertThat(memo(given(DISTRICTS, BY_TRADE))).contains("""
              district  Dockside
              advice    A district gathers firms of its trade. Dockside gathers firms of
                        tower (rule `by-trade`, almanac)
            """, "also Quayside gathers firms of tower");
    }

    @Test
    void theFirstRuleByIdDecidesRegardlessOfOrder() {
        for (String rules : List.of(BY_TRADE + "\n" + BY_ROOM, BY_ROOM + "\n" + BY_TRADE)) {
            List<String> districts = new ArrayList<>(DISTRICTS);
            Collections.reverse(districts);
            for (List<String> order : List.of(DISTRICTS, districts)) {
                ScreeningResult screening = given(order, rules);
                assertThat(table(screening))
                        .contains("\n        District Oldtown: Oldtown has room for Gale (first of 2 rules)\n");
                assertThat(memo(screening))
                        .contains("  district  Oldtown; of 2 rules that advise one, the first by id decides\n")
                        .contains("Oldtown has room for Gale")
                        .containsPattern("Dockside gathers\\s+firms of\\s+tower");
                assertThat(screening.asked().assessments().get(0).district()).isEqualTo("Oldtown");
            }
        }
    }

    /** No district is advised in the city where the project is; one is in another city. */
    @Test
    void noDistrictIsAdvisedInTheCityOfAProject() {
        for (String stands :
                List.of(", district: Dockside", ", city: northport, district: Shoreside", ", city: northport")) {
            ScreeningResult screening = given(DISTRICTS, BY_TRADE, stands);
            assertThat(screening.asked().assessments().get(0).district()).isNull();
            assertThat(table(screening)).doesNotContain("District");
            assertThat(memo(screening)).doesNotContain("advice").doesNotContain("Dockside gathers");
        }
        assertThat(given(DISTRICTS, BY_TRADE, ", district: Elsewhere")
                        .asked()
                        .assessments()
                        .get(0)
                        .district())
                .isEqualTo("Dockside");
    }

    @Test
    void withoutADistrictThereIsNoAdvice() {
        assertThat(table(given(List.of(), BY_TRADE))).doesNotContain("District");
        assertThat(given(List.of(), BY_TRADE).asked().assessments().get(0).district())
                .isNull();
    }
}
