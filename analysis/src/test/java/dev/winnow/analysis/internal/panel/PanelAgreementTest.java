package dev.winnow.analysis.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.panel.ReviewPack.Numbers;
import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.value.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agreement of a panel, on the published example of Krippendorff (2011): four observers, twelve units. */
class PanelAgreementTest {

    /** A word per unit, a dot if an observer did not observe it. */
    private static final String OBSERVED = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3..";

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);

    @TempDir
    private Path folder;

    private RulePack pack;

    @BeforeEach
    void load() {
        pack = ReviewPack.load(folder, Numbers.plain("median"));
    }

    /** Judges the team by the observed levels, and waste by as many percent. */
    private List<Judgement> judgements(String observed) {
        List<Judgement> judgements = new ArrayList<>();
        String[] units = observed.split(" ");
        for (int unit = 0; unit < units.length; unit++) {
            for (int observer = 0; observer < units[unit].length(); observer++) {
                int level = Character.digit(units[unit].charAt(observer), 10);
                String assessor = "a" + (observer + 1);
                String project = "p" + (unit + 1);
                boolean seen = level > 0;
                judgements.add(ReviewPack.judgement(
                        assessor, project, "project.team", seen ? ReviewPack.team(pack, level) : null));
                if (seen) {
                    judgements.add(ReviewPack.judgement(assessor, project, "project.waste", ReviewPack.waste(level)));
                }
            }
        }
        return judgements;
    }

    private PanelAgreement agreement(String observed, List<Judgement> judgements) {
        String[] projects = IntStream.rangeClosed(1, observed.split(" ").length)
                .mapToObj(unit -> "p" + unit)
                .toArray(String[]::new);
        return PanelAgreement.of(ReviewPack.panel(pack, ReviewPack.town(pack, projects), 4, List.of(), judgements), 1);
    }

    private static double alpha(Agreement agreement) {
        return Objects.requireNonNull(agreement.alpha());
    }

    /** K. Krippendorff (2011) and irrCAC publish the coefficients of the same units as names. */
    @Test
    void wordsAgreeOrDoNot() throws IOException {
        Path vocabulary = folder.resolve("review/vocabulary.yaml");
        Files.writeString(
                vocabulary,
                Files.readString(vocabulary)
                        + "  site: {is: 'one of [w1, w2, w3, w4, w5]', name: {en: site, zh: 场地},"
                        + " judged: {by: panel, take: majority}}\n");
        pack = RulePack.draft(folder.resolve("review"));
        List<Judgement> words = judgements(OBSERVED).stream()
                .filter(one -> one.fact().equals("project.team") && one.value() instanceof Figure)
                .map(one -> ReviewPack.judgement(
                        one.assessor(),
                        one.subject(),
                        "project.site",
                        "w" + ((Figure) Objects.requireNonNull(one.value())).low()))
                .toList();

        PanelAgreement.OnFact site = agreement(OBSERVED, words).facts().stream()
                .filter(one -> one.fact().equals("project.site"))
                .findFirst()
                .orElseThrow();

        assertThat(alpha(site.agreement())).isCloseTo(0.7434, FOUR_DIGITS);
        assertThat(Objects.requireNonNull(site.agreement().gwet())).isCloseTo(0.7754, FOUR_DIGITS);
        assertThat(site.agreement().correlation()).isNull();
    }

    @Test
    void ratingsAgreeByTheirOrderAndSharesByTheirDifference() {
        PanelAgreement agreement = agreement(OBSERVED, judgements(OBSERVED));

        assertThat(agreement.facts())
                .extracting(PanelAgreement.OnFact::fact)
                .containsExactly("project.novel", "project.team", "project.waste");
        assertThat(agreement.facts().get(0).agreement().alpha()).isNull();
        assertThat(alpha(agreement.facts().get(1).agreement())).isCloseTo(0.8154, FOUR_DIGITS);
        assertThat(alpha(agreement.facts().get(2).agreement())).isCloseTo(0.8491, FOUR_DIGITS);
        assertThat(agreement.facts().get(1).agreement().ratings()).isEqualTo(41);
    }

    @Test
    void aCriterionHasTheMeanOfTheFactsThatItsRulesRead() {
        PanelAgreement agreement = agreement(OBSERVED, judgements(OBSERVED));

        PanelAgreement.OnCriterion skill = agreement.criteria().get(0);
        assertThat(skill.facts()).containsExactly("project.team", "project.waste");
        assertThat(alpha(skill.agreement())).isCloseTo((0.8154 + 0.8491) / 2, FOUR_DIGITS);
        PanelAgreement.OnCriterion use = agreement.criteria().get(1);
        assertThat(use.facts()).containsExactly("project.novel", "project.waste");
        assertThat(alpha(use.agreement())).isCloseTo(0.8491, FOUR_DIGITS);
        assertThat(alpha(agreement.whole())).isCloseTo((0.8154 + 0.8491) / 2, FOUR_DIGITS);
    }

    @Test
    void theOrderOfTheJudgementsDoesNotMatter() {
        List<Judgement> turned = judgements(OBSERVED);
        Collections.reverse(turned);

        assertThat(agreement(OBSERVED, turned).facts())
                .isEqualTo(agreement(OBSERVED, judgements(OBSERVED)).facts());
    }

    @Test
    void fourProjectsSayNothing() {
        String few = "1111 2222 3333 4444";

        assertThat(agreement(few, judgements(few)).whole().isEnough()).isFalse();
        assertThat(agreement(few + " 5555", judgements(few + " 5555")).whole().isEnough())
                .isTrue();
    }
}
