package dev.winnow.model.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.internal.history.FirmNames.Known;
import dev.winnow.model.value.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resolves texts that name a firm, and finds texts that resemble one. */
class FirmNamesTest {

    private static final FirmNames FIRMS = FirmNames.of(List.of(
            firm("haier", "Haier 海尔", "Haier", "海尔", "海尔集团"),
            firm("hisense", "Hisense 海信", "Hisense", "海信"),
            firm("tcl", "TCL Technology", "TCL科技", "TCL"),
            firm("samsung", "Samsung Electronics", "삼성전자"),
            firm("boe", "BOE Technology Group Co., Ltd.", "京东方"),
            firm("att", "AT&T")));

    private static Known firm(String id, String name, String... others) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(others));
        names.add(id);
        return new Known(id, name, null, names, Evidence.NONE);
    }

    private static String id(String text) {
        return Objects.requireNonNull(FIRMS.find(text), text).id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Haier",
                "haier",
                "HAIER",
                "Ｈａｉｅｒ",
                "海尔",
                "海 尔",
                "Haier 海尔",
                "Haier海尔",
                "海尔 Haier",
                "Haier（海尔）",
                "海尔 (Haier)",
                "haier/海尔",
                "海尔集团",
                "Haier 海尔集团"
            })
    void allNamesOfAFirmMeanIt(String text) {
        assertThat(id(text)).isEqualTo("haier");
        assertThat(FIRMS.canonical(text)).isEqualTo("Haier 海尔");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCL科技 TCL Technology|tcl",
                "TCL Technology TCL科技|tcl",
                "삼성전자 Samsung Electronics|samsung",
                "boe technology group co ltd|boe",
                "BOE Technology Group Co.,Ltd|boe",
                "京东方 BOE|boe",
                "at&t|att"
            })
    void namesInAnyScriptMayBeSideBySide(String text, String id) {
        assertThat(id(text)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hayer|Haier",
                "Haier Co., Ltd.|Haier",
                "Haier Group Corporation|Haier",
                "海尔股份有限公司|海尔",
                "京东方集团|京东方",
                "BOE Technology|BOE Technology Group Co., Ltd.",
                "Haier 卡奥斯|Haier 海尔",
                "Aucma 海尔|Haier 海尔",
                "Samsung Elektronics|Samsung Electronics"
            })
    void aNameThatResemblesAFirmMatchesNoneAndNamesIt(String text, String near) {
        assertThat(FIRMS.find(text)).isNull();
        assertThat(FIRMS.canonical(text)).isEqualTo(text);
        assertThat(String.valueOf(FIRMS.near(text))).isEqualToIgnoringCase(near);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aucma", "澳柯玛", "Haier Biomedical", "海尔生物", "Huike Group", "Apple", "京东", "海立", "…", ""})
    void othersAreLeftAlone(String text) {
        assertThat(FIRMS.find(text)).isNull();
        assertThat(FIRMS.near(text)).isNull();
        assertThat(FIRMS.joined(text)).isEmpty();
    }

    @Test
    void namesOfTwoFirmsSideBySideAreNeither() {
        assertThat(FIRMS.find("Haier 海信")).isNull();
        assertThat(FIRMS.joined("Haier 海信")).extracting(Known::id).containsExactly("haier", "hisense");
        assertThat(FIRMS.joined("Hisense Haier")).extracting(Known::id).containsExactly("hisense", "haier");
    }

    @Test
    void noTwoFirmsShareAName() {
        assertThatThrownBy(() -> FirmNames.of(List.of(firm("haier", "Haier"), firm("hi-er", "HAIER"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`HAIER` is a name of two firms");
    }

    @Test
    void withoutDeclaredFirmsEachTextIsAFirm() {
        assertThat(FirmNames.NONE.canonical("Haier  海尔")).isEqualTo("Haier  海尔");
        assertThat(FirmNames.NONE.near("Haier")).isNull();
    }
}
