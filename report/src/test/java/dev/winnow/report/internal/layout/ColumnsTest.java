package dev.winnow.report.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(Columns.width("SiEn 芯恩")).isEqualTo(9);
        assertThat(Columns.left("芯恩", 6)).isEqualTo("芯恩  ");
        assertThat(Columns.right("芯恩", 6)).isEqualTo("  芯恩");
    }

    @Test
    void longTextsAreCutBetweenWords() {
        assertThat(Columns.cut("over 300 bn yuan a year", 16)).isEqualTo("over 300 bn…");
        assertThat(Columns.cut("over 300 bn yuan", 16)).isEqualTo("over 300 bn yuan");
    }

    @Test
    void textsWithoutBlanksAreCutBetweenCharacters() {
        assertThat(Columns.cut("先进陶瓷封装基板", 8)).isEqualTo("先进陶…");
        assertThat(Columns.cut("incomprehensibilities", 8)).isEqualTo("incompr…");
    }

    @Test
    void longTextsAreWrappedBetweenWords() {
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("先进陶瓷封装", 7)).containsExactly("先进陶", "瓷封装");
        assertThat(Columns.wrap("incomprehensible words", 7)).containsExactly("incompr", "ehensib", "le", "words");
        assertThat(Columns.wrap("", 7)).containsExactly("");
        // A text of a megabyte takes as long per line as a short one.
        assertThat(Columns.wrap("x".repeat(1_000_000), 60)).hasSize(16_667);
    }

    @Test
    void theLongestPieceIsTheSmallestWidthThatBreaksNoWord() {
        assertThat(Columns.longestPiece("Clearsalt electrolyte plant")).isEqualTo("electrolyte".length());
        assertThat(Columns.longestPiece("清盐电解液厂")).isEqualTo(2);
        assertThat(Columns.longestPiece("")).isZero();
    }

    @Test
    void numbersStayWithTheFollowingWord() {
        assertThat(Columns.wrap("评估基准日2026年1月8日", 12)).containsExactly("评估基准日", "2026年1月8日");
        assertThat(Columns.wrap("农银AIC基金", 8)).containsExactly("农银", "AIC基金");
    }

    @Test
    void aNameThatDoesNotFitLosesItsChinesePart() {
        assertThat(Columns.name("SiEn 芯恩", 9)).isEqualTo("SiEn 芯恩");
        assertThat(Columns.name("SiEn 芯恩", 8)).isEqualTo("SiEn");
        assertThat(Columns.name("Wuyuan Semiconductor 物元半导体", 12)).isEqualTo("Wuyuan…");
        assertThat(Columns.name("物元半导体", 6)).isEqualTo("物元…");
        assertThat(Columns.nameLines("Wuyuan Semiconductor 物元半导体", 13)).containsExactly("Wuyuan", "Semiconductor");
    }

    @Test
    void wrappingEndsForAnyWidth() {
        assertThat(Columns.wrap("先进", 1)).containsExactly("先", "进");
    }

    @Test
    void noOutputControlsTheTerminal() {
        assertThat(Columns.clean("a\u001B[31mb\u202Ec\nd\u200B\u2028")).isEqualTo("a\uFFFD[31mb\uFFFDc d\uFFFD\uFFFD");
    }
}
