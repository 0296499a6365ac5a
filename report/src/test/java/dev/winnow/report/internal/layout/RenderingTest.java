package dev.winnow.report.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.report.Golden;
import dev.winnow.report.Samples;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MemoContents;
import dev.winnow.report.internal.contents.RankingContents;
import dev.winnow.report.internal.text.TextRenderer;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void aScreeningIsPrintedAsATable() {
        Golden.assertSame("samples/screen.txt", table(Samples.everything(), Samples.explained(), Colours.OFF));
    }

    @Test
    void aTableOnATerminalIsColoured() {
        Golden.assertSame("samples/screen-colours.txt", table(Samples.everything(), Samples.explained(), Colours.ON));
    }

    @Test
    void anInventedUniverseIsLabelled() {
        Screening invented = Samples.screening(true, List.of(Samples.recommended()));
        assertThat(table(invented, List.of(Samples.recommended()), Colours.OFF))
                .contains("ILLUSTRATIVE: this universe is invented.");
        assertThat(memo(invented, Samples.recommended())).contains("ILLUSTRATIVE: this universe is invented.");
    }

    @Test
    void anEmptyScreeningIsReported() {
        assertThat(table(Samples.screening(false, List.of()), List.of(), Colours.OFF))
                .contains("Nothing to screen");
    }

    @Test
    void anAssessmentIsPrintedAsAMemo() {
        Screening screening = Samples.everything();
        for (Explanation explanation : Samples.explained()) {
            Assessment assessment = explanation.assessment();
            Golden.assertSame(
                    "samples/explain-" + assessment.project() + "-" + assessment.city() + ".txt",
                    memo(screening, explanation));
        }
    }

    @Test
    void aScreeningIsPrintedAsJson() {
        Golden.assertSame("samples/screen.json", json(Samples.everything()));
    }

    @Test
    void noLineIsWiderThanThePage() {
        Screening screening = Samples.everything();
        String all = table(screening, Samples.explained(), Colours.OFF);
        for (Explanation explanation : Samples.explained()) {
            all += memo(screening, explanation);
        }
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void theLocaleHasNoEffect() {
        Screening screening = Samples.everything();
        String before = table(screening, Samples.explained(), Colours.OFF) + json(screening);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(table(screening, Samples.explained(), Colours.OFF) + json(screening))
                    .isEqualTo(before);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(table(screening, Samples.explained(), Colours.OFF) + json(screening))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static String table(Screening screening, List<Explanation> explained, Colours colours) {
        return TextRenderer.render(
                RankingContents.whole(
                        screening,
                        some -> explained.stream(),
                        Grouping.CITY,
                        Wording.inLanguage(Language.EN),
                        any -> ""),
                colours,
                Columns.PAGE);
    }

    private static String memo(Screening screening, Explanation explanation) {
        Wording wording = Wording.inLanguage(Language.EN);
        FactWords facts = new FactWords(wording, screening.names());
        return TextRenderer.render(
                MemoContents.of(screening, explanation, wording, facts, List.of()), Colours.OFF, Columns.PAGE);
    }

    private static String json(Screening screening) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ScreeningJson.write(screening, Samples.explained().stream(), null, Wording.inLanguage(Language.EN), out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
