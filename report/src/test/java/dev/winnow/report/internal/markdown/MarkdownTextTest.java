package dev.winnow.report.internal.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<script>alert(1)</script> ¦ &lt;script&gt;alert\\(1\\)&lt;/script&gt;",
                "[x](javascript:y)         ¦ \\[x\\]\\(javascript:y\\)",
                "a | b                     ¦ a \\| b",
                "**bold** `code`           ¦ \\*\\*bold\\*\\* \\`code\\`",
                "- item                    ¦ \\- item",
                "1. item                   ¦ 1\\. item",
                "2.0.0                     ¦ 2.0.0",
                "# heading                 ¦ \\# heading",
                "===                       ¦ \\===",
                "SiEn 芯恩                 ¦ SiEn 芯恩"
            })
    void anyTextIsEscaped(String text, String written) {
        assertThat(MarkdownText.escaped(text)).isEqualTo(written);
    }

    @Test
    void noTextBreaksItsLine() {
        assertThat(MarkdownText.escaped("a\n\n# b\r\nc")).isEqualTo("a  \\# b  c");
    }

    @Test
    void aTableMarksNumericColumns() {
        assertThat(new MarkdownText()
                        .head(java.util.List.of("rule", "points"), "-n")
                        .row(java.util.List.of("x", "1"))
                        .toString())
                .isEqualTo("""
                    | rule | points |
                    |---|---:|
                    | x | 1 |
                    """);
    }
}
