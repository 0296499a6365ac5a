package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

    private static final Wording CHINESE = Wording.inLanguage(Language.ZH);

    static List<TextFiles> all() {
        return TextFiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void keysAreUniqueSortedAndHaveUnnumberedPlaceholders(TextFiles files) {
        List<String> lines = files.lines("words.properties").stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

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

    @ParameterizedTest
    @MethodSource("all")
    void everyKeyIsTranslated(TextFiles files) {
        Map<String, String> entries = new HashMap<>(TextFiles.all().get(0).entries());
        entries.putAll(files.entries());
        Catalogue catalogue = new Catalogue(entries);
        Properties words = files.words();
        assertThat(words.stringPropertyNames())
                .allSatisfy(key -> assertThat(catalogue.find(words.getProperty(key), key))
                        .as(key)
                        .matches("(?s).*(\\p{IsHan}|、|%s).*"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyColumnOfASheetHasAHeading(TextFiles files) throws IOException {
        Pattern column = Pattern.compile("\\.(?:text|prose|count|number|day)\\(\\s*\"([A-Za-z.]*[A-Za-z])\",");
        List<String> onlyInCsv = List.of("panel.agreeing", "panel.assessors", "questions");
        Properties words = TextFiles.all().get(0).words();
        words.putAll(files.words());
        Set<String> columns = new TreeSet<>();
        for (Path folder : files.sources()) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path source : all.filter(file -> file.toString().matches(".*(Contents|Sheets?)\\.java"))
                        .toList()) {
                    column.matcher(Files.readString(source)).results().forEach(found -> columns.add(found.group(1)));
                }
            }
        }
        columns.removeAll(onlyInCsv);

        if (files == TextFiles.all().get(0)) {
            assertThat(columns).hasSizeGreaterThan(20);
        }
        assertThat(columns)
                .allSatisfy(name -> assertThat(words.stringPropertyNames())
                        .anyMatch(key -> key.equals("sheet.column." + name)
                                || key.startsWith("sheet.heading.") && key.endsWith("." + name)));
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
