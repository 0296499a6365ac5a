package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreeningSessionTest {

    private static final Path HOME = Path.of("..");
    private static final RulePack PACK = RulePack.draft(HOME.resolve("rules/battery"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, HOME.resolve("seeds/illustrative"));

    static List<AsOfPolicy> asOfPolicies() {
        return List.of(AsOfPolicy.ofUniverse(), AsOfPolicy.ofDecisions());
    }

    @ParameterizedTest
    @MethodSource("asOfPolicies")
    void batchesGiveTheSameScreening(AsOfPolicy asOfPolicy) {
        List<Integer> counts = new ArrayList<>();
        ScreeningSession session = Screener.of(PACK, Matcher.FUSED, 5).open(UNIVERSE, asOfPolicy);
        Screening screening = session.screening((done, all) -> {
            counts.add(done);
            assertThat(all)
                    .isEqualTo(UNIVERSE.projectIds().size() * UNIVERSE.cityIds().size());
        });
        assertThat(counts)
                .isSorted()
                .hasSizeGreaterThan(1)
                .endsWith(screening.assessments().size());
        assertThat(screening).isEqualTo(Screener.of(PACK).screen(UNIVERSE, asOfPolicy));
        counts.clear();
        assertThat(session.result((done, all) -> counts.add(done), true).whole())
                .as("by several threads")
                .isEqualTo(screening);
        assertThat(counts)
                .isSorted()
                .hasSizeGreaterThan(1)
                .endsWith(screening.assessments().size());
        assertThat(session.batches().flatMap(batch -> batch.assess().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(screening.assessments().stream()
                        .map(one -> one.ranked(0))
                        .toList());
    }

    /** Compares explanations from a single pass, from a second pass, in a batch and alone. */
    @ParameterizedTest
    @MethodSource("asOfPolicies")
    void everyWayToExplainAPairGivesTheSameResult(AsOfPolicy asOfPolicy) {
        ScreeningSession session = Screener.of(PACK, Matcher.FUSED, 5).open(UNIVERSE, asOfPolicy);
        List<Explanation> inBatches =
                session.batches().flatMap(batch -> batch.explain().stream()).toList();
        List<Assessment> assessments =
                inBatches.stream().map(Explanation::assessment).toList();

        assertThat(session.explanations(assessments)).containsExactlyElementsOf(inBatches);
        assertThat(session.questions(assessments))
                .containsExactlyElementsOf(
                        inBatches.stream().map(Explanation::questions).toList());
        assertThat(assessments).allSatisfy(one -> {
            assertThat(session.assess(one.project(), one.city())).isEqualTo(one);
            assertThat(inBatches).contains(session.explain(one));
            assertThat(session.evaluation(one).under(PACK))
                    .isEqualTo(Screener.of(PACK)
                            .withoutBaseCases()
                            .open(UNIVERSE, asOfPolicy)
                            .assess(one.project(), one.city()));
        });
    }

    @Test
    void anAssessmentOfAnotherUniverseIsRejected() {
        ScreeningSession session = Screener.walking(PACK).open(UNIVERSE);
        Assessment known = session.screening().assessments().get(0);
        ScreeningSession empty = Screener.walking(PACK).open(Universe.parse(Map.of()));

        assertThatIllegalArgumentException().isThrownBy(() -> empty.explain(known));
    }

    @EachShippedPack
    void twoReadingsOfTheSameFilesGiveEqualScreenings(String rules, String seeds) {
        for (Language language : Language.values()) {
            Screening first = read(rules, seeds, language);
            assertThat(first.assessments()).isNotEmpty();
            assertThat(read(rules, seeds, language)).isEqualTo(first).hasSameHashCodeAs(first);
        }
    }

    private static Screening read(String rules, String seeds, Language language) {
        RulePack pack = RulePack.load(HOME.resolve("rules").resolve(rules)).inLanguage(language);
        Universe universe = Universe.read(
                pack.vocabulary().and(ShippedFacts.VOCABULARY, new ArrayList<>()),
                HOME.resolve("seeds").resolve(seeds));
        return Screener.of(pack).screen(universe);
    }
}
