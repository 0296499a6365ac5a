package dev.winnow.analysis.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An overview lists every candidate once, and separates those about which little is known. */
class OverviewTest {

    private static final ScreeningResult CHIPS = screen("semiconductor", "semiconductor");
    private static final ScreeningResult BATTERIES = screen("battery", "illustrative");

    private static ScreeningResult screen(String pack, String universe) {
        return Screener.walking(RulePack.load(Path.of("../rules", pack)))
                .open(Universe.read(ShippedFacts.VOCABULARY, Path.of("../seeds", universe)))
                .result();
    }

    private static Overview overview(ScreeningResult result, Grouping grouping, Set<String> named) {
        return Overview.of(result.asked().assessments(), grouping, named, result.session());
    }

    @Test
    void aCityAboutWhichLittleIsKnownIsListedSeparatelyWithTheFactsToFindOut() {
        Overview overview = overview(CHIPS, Grouping.CITY, Set.of());
        assertThat(overview.cities()).containsExactly("qingdao");
        assertThat(overview.folded())
                .extracting(Overview.City::id)
                .contains("jinan", "shanghai")
                .hasSize(7);
        assertThat(overview.opening())
                .hasSize(4)
                .contains("city.demands")
                .allMatch(fact -> fact.matches("city\\.\\w+"));
    }

    @Test
    void aRequestedCityIsListedEvenIfLittleIsKnown() {
        assertThat(overview(CHIPS, Grouping.CITY, Set.of("jinan")).cities())
                .containsExactlyInAnyOrder("qingdao", "jinan");
    }

    @Test
    void ifLittleIsKnownAboutEveryCityTheBestKnownIsListed() {
        ScreeningResult others = CHIPS.asking(one -> !one.city().equals("qingdao"));
        assertThat(overview(others, Grouping.CITY, Set.of()).cities()).hasSize(1);
        assertThat(overview(CHIPS.asking(one -> false), Grouping.CITY, Set.of()).blocks())
                .isEmpty();
    }

    @Test
    void everyCandidateOfAListedCityIsInOneList() {
        Overview overview = overview(BATTERIES, Grouping.CITY, Set.of());
        List<Assessment> listed = new ArrayList<>();
        overview.blocks().forEach(block -> {
            block.candidates().forEach((advice, some) -> {
                assertThat(some).allSatisfy(one -> assertThat(Advice.of(one)).isEqualTo(advice));
                listed.addAll(some);
            });
            listed.addAll(block.unknown());
            assertThat(block.size())
                    .isEqualTo(BATTERIES.asked().assessments().stream()
                            .filter(one -> one.city().equals(block.first().city()))
                            .count());
        });
        assertThat(listed).containsExactlyInAnyOrderElementsOf(BATTERIES.asked().assessments());
    }

    @Test
    void aCandidateRecommendedInTheBaseCaseIsToBePursuedIfTheAssumptionsHold() {
        assertThat(overview(CHIPS, Grouping.CITY, Set.of()).blocks().get(0).of(Advice.PURSUE_IF_ASSUMED))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.verdict()).isEqualTo(Verdict.HOLD);
                    assertThat(Objects.requireNonNull(one.base()).verdict()).isEqualTo(Verdict.RECOMMEND);
                });
    }

    @Test
    void groupedByProjectEachIsListedOnceInItsBestCity() {
        Overview overview = overview(BATTERIES, Grouping.PROJECT, Set.of());
        Map<String, Assessment> best = BATTERIES.asked().assessments().stream()
                .collect(Collectors.toMap(
                        Assessment::project,
                        Function.identity(),
                        (one, other) -> Screener.BEST_FIRST.compare(one, other) <= 0 ? one : other));
        assertThat(overview.blocks()).hasSize(1);
        assertThat(overview.blocks().get(0).candidates().values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(best.values());
    }

    @Test
    void aCandidateWithARedFlagIsNotListedAsUnknown() {
        assertThat(overview(CHIPS, Grouping.CITY, Set.of()).blocks().get(0)).satisfies(block -> {
            assertThat(block.unknown()).extracting(Assessment::project).containsExactly("wanda", "hanxin");
            assertThat(block.of(Advice.OPEN)).extracting(Assessment::project).contains("tacoma");
        });
    }
}
