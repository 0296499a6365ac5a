package dev.winnow.report.internal.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The texts of obstacles and reversals, for the pack battery. */
class WhyTextTest {

    private static final RulePack PACK = RulePack.draft(Path.of("..", "rules", "battery"));
    private static final Universe UNIVERSE =
            Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", "illustrative"));
    private static final ScreeningSession SESSION = Screener.walking(PACK).open(UNIVERSE);
    private static final Assessment THINFILM = Objects.requireNonNull(SESSION.assess("thinfilm", "birchport"));
    private static final WhyText ENGLISH = inLanguage(Language.EN);
    private static final WhyText CHINESE = inLanguage(Language.ZH);

    private static WhyText inLanguage(Language language) {
        Wording wording = Wording.inLanguage(language);
        return new WhyText(wording, new FactWords(wording, Names.of(ShippedFacts.VOCABULARY, List.of())));
    }

    private static <T> T obstacle(String rule, Function<Obstacle, T> get) {
        return SESSION.obstacles(THINFILM).stream()
                .filter(one -> one.rule().id().equals(rule))
                .map(get)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNumberHasItsValueTheNeededOneAndTheGap() {
        assertThat(obstacle("funds-draw-in-money", ENGLISH::reason))
                .isEqualTo("fund birch-guidance: found 1.5, needed ≥ 2, 0.5 short");
        assertThat(obstacle("end-market-at-scale", CHINESE::reason))
                .startsWith("需求")
                .contains("实际300亿元，要求≥400亿元，尚缺100亿元");
        assertThat(obstacle("yield-below-floor", ENGLISH::reason))
                .isEqualTo("found 92 %, needed < 70 %, 22 % too much");
    }

    @Test
    void aConstraintHasItsTextAndPlace() {
        assertThat(obstacle("funds-draw-in-money", ENGLISH::constraint))
                .isEqualTo("leveraged / invested >= $min, in funding.drl:35");
    }

    @Test
    void withoutAMatchTheNearestFactIsNamed() {
        assertThat(obstacle("extends-chain", ENGLISH::reason))
                .isEqualTo("no presence matches, of 10 the nearest is cell: held is false");
    }

    @Test
    void aForbiddenFactIsNamed() {
        assertThat(obstacle("builds-chain", ENGLISH::reason)).isEqualTo("there is one: presence cathode");
    }

    @Test
    void aFlagShowsItsValue() {
        assertThat(obstacle("strengthens-by-scale", ENGLISH::reason)).isEqualTo("claimsScale is false");
    }

    @Test
    void aChangeNamesFigureAndValues() {
        List<Reversal> changes = Reversal.of(SESSION, THINFILM);
        assertThat(changes)
                .extracting(ENGLISH::change)
                .containsExactly(
                        "the project’s yield rate from 92 % to 69.99 %, a change of −23.9 %",
                        "the project’s funding need from 1.2 bn yuan to 1.201 bn yuan, a change of +0.1 %");
        assertThat(changes)
                .extracting(CHINESE::change)
                .containsExactly("项目的良率由92%变为69.99%，变动−23.9%", "项目的资金需求由12亿元变为12.01亿元，变动+0.1%");
        assertThat(ENGLISH.who(changes.get(0)))
                .containsExactly("negotiable: each payment can be made conditional on yield");
    }

    @Test
    void aChangeOfTwoFiguresNamesBoth() {
        Reversal pair = Reversal.of(SESSION, Objects.requireNonNull(SESSION.assess("saltlight", "birchport")))
                .get(0);
        assertThat(ENGLISH.change(pair))
                .contains("domestic equipment rate from 80 % to 69.99 %", ", and the project’s yield rate");
    }

    @Test
    void anUnknownFigureBecomesKnown() {
        assertThat(Reversal.of(SESSION, Objects.requireNonNull(SESSION.assess("clearsalt", "alderbay"))))
                .extracting(ENGLISH::change)
                .anyMatch(text -> text.startsWith("the project’s funding need known to be "));
    }
}
