package dev.winnow.records.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.records.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored contents are read as they were written, or not at all. */
class ContentTest {

    private static Node tree(String yaml) {
        return Objects.requireNonNull(
                Document.parse("x.yaml", yaml.getBytes(StandardCharsets.UTF_8), new ArrayList<>()));
    }

    private static Node again(Node node) throws IOException {
        return NodeJson.read(new ByteArrayInputStream(NodeJson.MAPPER.writeValueAsBytes(node)));
    }

    private static String dump(Node node) {
        StringBuilder text = new StringBuilder();
        node.dump(text);
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: [x, 'true', ~, {c: 0x1f}]",
                "- 40.10\n- 'null'\n- \"quoted \\\" \\\\ \"\n- 中文，标点",
                "text: |\n  two\n  lines\nempty: ''\nnothing:"
            })
    void aTreeIsReadAsItWasWritten(String yaml) throws IOException {
        Node tree = tree(yaml);
        assertThat(dump(again(tree))).isEqualTo(dump(tree));
        assertThat(again(tree).flawed()).isFalse();
    }

    @Test
    void refusedNodesStayRefused() throws IOException {
        Node tree = tree("a: {b: 1, b: 2, c: [1]}\nd: 3");
        Node inner = Objects.requireNonNull(tree.get("a"));
        assertThat(inner.cracked()).isTrue(); // a duplicate key
        Node read = again(tree);
        assertThat(Objects.requireNonNull(read.get("a")).cracked()).isTrue();
        assertThat(read.cracked()).isFalse();
        assertThat(read.flawed()).isTrue();
        assertThat(dump(read)).isEqualTo(dump(tree));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2", "{} {}", "{\"a\" 1}"})
    void otherJsonIsRefused(String text) {
        assertThatThrownBy(() -> NodeJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anyFlippedBitOfAContentIsDetected() {
        Content content = Samples.content("a universe of some length, a universe of some length");
        assertThat(content.check()).isTrue();
        byte[] stored = content.stored();
        for (int bit = 0; bit < stored.length * 8; bit++) {
            byte[] flipped = stored.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Content other = Content.stored(content.digest(), content.size(), flipped);
            assertThat(other.check() && other.storedDigest().equals(content.storedDigest()))
                    .as("bit %s", bit)
                    .isFalse();
        }
        assertThat(Content.stored(content.digest(), content.size(), Arrays.copyOf(stored, stored.length - 5))
                        .check())
                .isFalse();
        assertThat(Content.stored(content.digest(), content.size() - 1, stored).check())
                .isFalse();
    }
}
