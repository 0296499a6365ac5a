package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Assessment;
import dev.winnow.model.Language;
import dev.winnow.model.Screening;
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
                "samples/screen.txt", ScreenTable.of(Samples.everything(), Colours.OFF, Wording.in(Language.EN)));
    }

    @Test
    void aTableOnATerminalIsColoured() {
        Golden.assertSame(
                "samples/screen-colours.txt",
                ScreenTable.of(Samples.everything(), Colours.ON, Wording.in(Language.EN)));
    }

    @Test
    void anInventedUniverseIsLabelled() {
        Screening invented = Samples.screening(true, List.of(Samples.recommended()));
        assertThat(ScreenTable.of(invented, Colours.OFF, Wording.in(Language.EN)))
                .contains(Editions.INVENTED);
        assertThat(Memo.of(invented, Samples.recommended(), Colours.OFF, Wording.in(Language.EN)))
                .contains(Editions.INVENTED);
    }

    @Test
    void nothingToScreenIsSaid() {
        assertThat(ScreenTable.of(Samples.screening(false, List.of()), Colours.OFF, Wording.in(Language.EN)))
                .contains("Nothing to screen");
    }

    @Test
    void anAssessmentIsAMemo() {
        Screening screening = Samples.everything();
        for (Assessment assessment : screening.assessments()) {
            Golden.assertSame(
                    "samples/explain-" + assessment.project() + "-" + assessment.city() + ".txt",
                    Memo.of(screening, assessment, Colours.OFF, Wording.in(Language.EN)));
        }
    }

    @Test
    void aScreeningIsJson() {
        Golden.assertSame("samples/screen.json", json(Samples.everything()));
    }

    @Test
    void noLineIsWiderThanThePage() {
        Screening screening = Samples.everything();
        String all = ScreenTable.of(screening, Colours.OFF, Wording.in(Language.EN));
        for (Assessment assessment : screening.assessments()) {
            all += Memo.of(screening, assessment, Colours.OFF, Wording.in(Language.EN));
        }
        assertThat(all.lines())
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.PAGE));
    }

    @Test
    void anotherLocaleChangesNoByte() {
        Screening screening = Samples.everything();
        String before = ScreenTable.of(screening, Colours.OFF, Wording.in(Language.EN)) + json(screening);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ScreenTable.of(screening, Colours.OFF, Wording.in(Language.EN)) + json(screening))
                    .isEqualTo(before);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ScreenTable.of(screening, Colours.OFF, Wording.in(Language.EN)) + json(screening))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private static String json(Screening screening) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ScreeningJson.write(screening, null, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
