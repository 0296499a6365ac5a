package dev.winnow.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes again, the bytes are those that the generator writes of itself. */
class RepeatedTextsTest {

    /** How a text is written. */
    private interface Writing {
        void write(JsonGenerator json, String text) throws IOException;
    }

    private static String written(List<String> texts, Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonContract.generator(out)) {
            json.writeStartArray();
            for (String text : texts) {
                writing.write(json, text);
            }
            json.writeEndArray();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void areTheSame(List<String> texts) throws IOException {
        String plain = written(texts, JsonGenerator::writeString);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonContract.generator(out)) {
            RepeatedTexts repeated = new RepeatedTexts(json);
            json.writeStartArray();
            for (String text : texts) {
                repeated.write(text);
            }
            json.writeEndArray();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(plain);
    }

    static List<String> texts() {
        return List.of(
                "",
                "chip-design",
                "芯片设计",
                "𠮷野家 🏭 \uDBFF\uDFFD", // two bytes in Java, four in UTF-8
                "a\"b\\c/d",
                "line\nbreak\ttab\u0000\u001f",
                "\u007f\u2028\u2029é",
                "x".repeat(7_999) + "é" + "𠮷".repeat(9_000)); // longer than any buffer of the generator
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsWrittenAsTheGeneratorWritesItTheFirstTimeAndAgain(String text) throws IOException {
        areTheSame(List.of(text, text, "other", text));
    }

    @Test
    void textsOfOneHashStayApart() throws IOException {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

        areTheSame(List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "Aa", "BB", "BBAa"));
    }

    @Test
    void moreThanAreKeptAreWrittenAllTheSame() throws IOException {
        List<String> texts = new ArrayList<>(
                IntStream.range(0, 9_000).mapToObj(i -> "text 青岛 " + i).toList());
        List<String> again = new ArrayList<>(texts);
        Collections.reverse(again);
        texts.addAll(again);

        areTheSame(texts);
    }

    @Test
    void aMemberIsWrittenWithItsName() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonContract.generator(out)) {
            RepeatedTexts repeated = new RepeatedTexts(json);
            json.writeStartObject();
            repeated.field("name", "青岛 \"𠮷\"");
            repeated.field("also", "青岛 \"𠮷\"");
            json.writeEndObject();
        }
        String value = "\"青岛 \\\"\\uD842\\uDFB7\\\"\"";
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"name\": " + value + ",\n  \"also\": " + value + "\n}");
    }
}
