package dev.winnow.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.report.json.RepeatedText.Repeated;
import dev.winnow.report.json.RepeatedText.RepeatedItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repeated texts are written with the bytes of the generator itself. */
class RepeatedTextTest {

    private static final ObjectMapper MAPPER = Contract.MAPPER;

    private record Texts(@RepeatedItems List<String> texts) {}

    private record Text(@Repeated String name, @Repeated String also) {}

    private static void areTheSame(List<String> texts) throws IOException {
        assertThat(MAPPER.writeValueAsBytes(new Texts(texts)))
                .isEqualTo(MAPPER.writeValueAsBytes(Collections.singletonMap("texts", texts)));
    }

    static List<String> texts() {
        return List.of(
                "",
                "chip-design",
                "芯片设计",
                "𠮷野家 🏭 \uDBFF\uDFFD", // two characters in Java, four bytes in UTF-8
                "a\"b\\c/d",
                "line\nbreak\ttab\u0000\u001f",
                "\u007f\u2028\u2029é",
                "x".repeat(7_999) + "é" + "𠮷".repeat(9_000)); // longer than any buffer of the generator
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsEqualThoseOfTheGeneratorOnFirstAndLaterUse(String text) throws IOException {
        areTheSame(List.of(text, text, "other", text));
    }

    @Test
    void textsWithEqualHashesAreDistinct() throws IOException {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

        areTheSame(List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "Aa", "BB", "BBAa"));
    }

    @Test
    void textsBeyondTheCacheAreWritten() throws IOException {
        List<String> texts = new ArrayList<>(
                IntStream.range(0, 9_000).mapToObj(i -> "text 青岛 " + i).toList());
        List<String> again = new ArrayList<>(texts);
        Collections.reverse(again);
        texts.addAll(again);

        areTheSame(texts);
    }

    @Test
    void aMemberIsWrittenWithItsName() throws IOException {
        String value = "\"青岛 \\\"\\uD842\\uDFB7\\\"\"";
        assertThat(new String(MAPPER.writeValueAsBytes(new Text("青岛 \"𠮷\"", "青岛 \"𠮷\"")), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":" + value + ",\"also\":" + value + "}");
    }
}
