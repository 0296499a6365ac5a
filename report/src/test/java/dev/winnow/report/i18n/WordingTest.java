package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Wording CHINESE = Wording.inLanguage(Language.ZH);

    @Test
    void keysAreUniqueSortedAndHaveUnnumberedPlaceholders() throws IOException {
        List<String> lines;
        try (InputStream in = Objects.requireNonNull(WordingTest.class.getResourceAsStream("words.properties"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }

        assertThat(lines.stream().map(line -> line.split("=", 2)[0]))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(lines).noneMatch(line -> line.contains("$s"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "112, 112th"})
    void aPlaceIsAnOrdinalInEnglish(int place, String ordinal) {
        assertThat(Numbers.ordinal(place, Wording.inLanguage(Language.EN))).isEqualTo(ordinal);
        assertThat(Numbers.ordinal(place, CHINESE)).isEqualTo(String.valueOf(place));
    }

    @Test
    void everyKeyIsTranslated() {
        assertThat(CHINESE.beginning(""))
                .allSatisfy((key, text) -> assertThat(text).as(key).matches("(?s).*(\\p{IsHan}|、|%s).*"));
    }

    @Test
    void everyColumnOfASheetHasAHeading() throws IOException {
        Pattern column = Pattern.compile("\\.(?:text|prose|count|number|day)\\(\\s*\"([A-Za-z.]*[A-Za-z])\",");
        List<String> onlyInCsv = List.of("panel.agreeing", "panel.assessors", "questions");
        List<Path> sources;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/winnow/report/internal/contents"))) {
            sources = files.toList();
        }
        Set<String> columns = new TreeSet<>();
        for (Path source : sources) {
            column.matcher(Files.readString(source)).results().forEach(found -> columns.add(found.group(1)));
        }
        columns.removeAll(onlyInCsv);

        assertThat(columns).hasSizeGreaterThan(100).allSatisfy(name -> CHINESE.say("sheet.column." + name));
    }

    @Test
    void aKeyIsTranslatedByItsUse() {
        assertThat(CHINESE.say("memo.scores")).isEqualTo("得分明细");
        assertThat(CHINESE.say("sheet.scores")).isEqualTo("得分构成");
    }

    @Test
    void anUnknownKeyIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHINESE.say("no.such"))
                .withMessage("no words for `no.such`");
    }

    @Test
    void filesOfALanguageAreReadOnce() {
        assertThat(Wording.inLanguage(Language.ZH)).isSameAs(CHINESE);
    }

    @ParameterizedTest
    @CsvSource({
        "%s of %s,a of b",
        "%2$s has %1$s,b has a",
        "%1$s; %s,a; a",
        "81 % of %s,81 % of a",
        "%d %,%d %",
        "100 %$s,100 %$s",
        "no place,no place"
    })
    void placeholdersAreFilledByOrderOrNumber(String template, String said) {
        assertThat(Wording.filled(template, "a", "b")).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "预算 %s 之外, 120亿元, 预算120亿元之外",
        "取代 %s, 物元半导体, 取代物元半导体",
        "可得 %s 分, 84.85, 可得84.85分",
        "取代 %s 的项目, SiEn, 取代 SiEn 的项目",
        "由 %s 决定, Committee 3, 由 Committee 3 决定",
        "在 %s 处, u.yaml:5:17, 在 u.yaml:5:17 处",
        "规则 `%s` 不成立, a1, 规则 `a1` 不成立"
    })
    void noBlankSeparatesChineseFromFigures(String template, String value, String said) {
        assertThat(Wording.filled(template, value)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "5 apples, 请使用单位，例如 `元`、`万元` 或 `亿元`",
        "30, 是否为 `30元` 或 `3000万元`？",
        "3 bn yaun, 是否为 `30亿元`？",
        "3亿, 是否为 `3亿元`？"
    })
    void adviceOnAmountsHasChineseUnits(String text, String advice) {
        Message said = FigureText.parse(text, Unit.MONEY, null).advice();
        assertThat(CHINESE.say(Objects.requireNonNull(said))).isEqualTo(advice);
    }
}
