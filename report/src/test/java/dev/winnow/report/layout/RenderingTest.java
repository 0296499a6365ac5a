package dev.winnow.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.report.Golden;
import dev.winnow.report.Samples;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.report.text.Editions;
import dev.winnow.report.text.Memo;
import dev.winnow.report.text.ScreenTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void aScreeningIsATable() {
        Golden.assertSame(
                "samples/screen.txt",
                ScreenTable.of(
                        Samples.everything(), Samples.explained(), Colours.OFF, Wording.inLanguage(Language.EN)));
    }

    @Test
    void aTableOnATerminalIsColoured() {
        Golden.assertSame(
                "samples/screen-colours.txt",
                ScreenTable.of(Samples.everything(), Samples.explained(), Colours.ON, Wording.inLanguage(Language.EN)));
    }

    @Test
    void anInventedUniverseIsLabelled() {
        Screening invented = Samples.screening(true, List.of(Samples.recommended()));
        assertThat(ScreenTable.of(
                        invented, List.of(Samples.recommended()), Colours.OFF, Wording.inLanguage(Language.EN)))
                .contains(Editions.INVENTED);
        assertThat(Memo.of(invented, Samples.recommended(), Colours.OFF, Wording.inLanguage(Language.EN)))
                .contains(Editions.INVENTED);
    }

    @Test
    void nothingToScreenIsSaid() {
        assertThat(ScreenTable.of(
                        Samples.screening(false, List.of()), List.of(), Colours.OFF, Wording.inLanguage(Language.EN)))
                .contains("Nothing to screen");
    }

    @Test
    void anAssessmentIsAMemo() {
        Screening screening = Samples.everything();
        for (Explanation explanation : Samples.explained()) {
            Assessment assessment = explanation.assessment();
            Golden.assertSame(
                    "samples/explain-" + assessment.project() + "-" + assessment.city() + ".txt",
                    Memo.of(screening, explanation, Colours.OFF, Wording.inLanguage(Language.EN)));
        }
    }

    @Test
    void aScreeningIsJson() {
        Golden.assertSame("samples/screen.json", json(Samples.everything()));
    }

    @Test
    void noLineIsWiderThanThePage() {
        Screening screening = Samples.everything();
        String all = ScreenTable.of(screening, Samples.explained(), Colours.OFF, Wording.inLanguage(Language.EN));
        for (Explanation explanation : Samples.explained()) {
            all += Memo.of(screening, explanation, Colours.OFF, Wording.inLanguage(Language.EN));
        }
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void anotherLocaleChangesNoByte() {
        Screening screening = Samples.everything();
        String before = ScreenTable.of(screening, Samples.explained(), Colours.OFF, Wording.inLanguage(Language.EN))
                + json(screening);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ScreenTable.of(screening, Samples.explained(), Colours.OFF, Wording.inLanguage(Language.EN))
                            + json(screening))
                    .isEqualTo(before);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ScreenTable.of(screening, Samples.explained(), Colours.OFF, Wording.inLanguage(Language.EN))
                            + json(screening))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
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
