package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree that is kept of a file is the one that parsing it gives. */
class TreeFormatTest {

    private static final Path HOME = Path.of("..");

    /** Keeps in memory. */
    private static final class Kept implements Cache {

        private final Map<String, byte[]> entries = new HashMap<>();
        private int found;

        @Override
        public byte[] find(String kind, String digest) {
            byte[] entry = entries.get(kind + digest);
            found += entry == null ? 0 : 1;
            return entry;
        }

        @Override
        public void keep(String kind, String digest, byte[] content) {
            entries.put(kind + digest, content);
        }
    }

    private final Kept kept = new Kept();
    private final List<Problem> problems = new ArrayList<>();

    private Node parse(String file, byte[] content) {
        return Document.parse(file, content, kept, problems);
    }

    private void readsBackAlike(String file, byte[] content) {
        int before = kept.found;
        String parsed = written(Objects.requireNonNull(Document.parse(file, content, problems)));
        assertThat(written(parse(file, content))).as(file).isEqualTo(parsed);
        assertThat(kept.found).as(file).isEqualTo(before);
        assertThat(written(parse(file, content))).as(file).isEqualTo(parsed);
        assertThat(kept.found).as("kept: %s", file).isEqualTo(before + 1);
        assertThat(problems).isEmpty();
    }

    /** All that a node says, with all places and what a message would underline. */
    private static String written(Node node) {
        StringBuilder into = new StringBuilder();
        write(node, into);
        return into.toString();
    }

    private static void write(Node node, StringBuilder into) {
        into.append(node.kind())
                .append(' ')
                .append(at(node.place()))
                .append(' ')
                .append(node.length());
        into.append(' ').append(node.flawed()).append(' ').append(node.text()).append('\n');
        node.items().forEach(item -> write(item, into));
        for (Node.Field field : node.each()) {
            into.append(field.key()).append(' ').append(at(field.place())).append('\n');
            write(field.value(), into);
        }
    }

    private static String at(Place place) {
        return place + " " + place.sheet() + " [" + place.text() + "]";
    }

    @Test
    void everyShippedFileReadsBackAlike() throws IOException {
        for (String folder : List.of("rules", "seeds")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                    readsBackAlike(file.toString(), Files.readAllBytes(file));
                }
            }
        }
        assertThat(kept.found).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 'it''s'\nb: \"tab\\tand \\u4e2d\"\nc: |\n  two\n  lines\nd: >\n  folded\n  text\n",
                "\uFEFFname: 芯恩\r\nlist:\r\n  - 一\r\n  - {en: why?, zh: 为何？}\r\n",
                "a: 😀 b\n😀: {k: v, 😀😀: [w, x]}\n",
                "a: ~\nb:\nc: null\nd: ''\ne: []\nf: {}\n",
                "a: \"one\n  two\"\n? b\n: c\n",
                "- [a, [b, [c]]]\n- - d\n  - e\n",
                "just a text\n",
                "a: x\u2028b: y\u2029c: z\n"
            })
    void whatIsNotInTheTextAsItIsReadsBackToo(String text) {
        readsBackAlike("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jsonReadsBackAlikeAndIsNotTakenForYaml() {
        byte[] content = "{\"a\": [1, \"b\\n\", null, true], \"c\": {\"d\": \"e\"}}".getBytes(StandardCharsets.UTF_8);
        readsBackAlike("a.json", content);
        readsBackAlike("a.yaml", content);
        assertThat(kept.entries).hasSize(2);
    }

    @Test
    void itsPlacesAreOfTheFileThatIsReadNow() {
        byte[] content = "a: b\n".getBytes(StandardCharsets.UTF_8);
        parse("here/a.yaml", content);
        assertThat(parse("there/b.yaml", content).get("a").place()).hasToString("there/b.yaml:1:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1\na: 2\n", "a: *b\n", "a: {b: 0,5}\n", "a: [\n", "a: \u0001\n", "", "  \n"})
    void whatHasAProblemIsNotKept(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        parse("a.yaml", content);
        List<Problem> first = List.copyOf(problems);
        assertThat(first).isNotEmpty();
        assertThat(kept.entries).isEmpty();
        problems.clear();
        parse("a.yaml", content);
        assertThat(problems).isEqualTo(first);
    }

    @Test
    void aDamagedTreeIsReadFromTheFileAgain() {
        byte[] content = "a: [b, 'c']\nd: {e: f}\n".getBytes(StandardCharsets.UTF_8);
        String parsed = written(parse("a.yaml", content));
        String key = kept.entries.keySet().iterator().next();
        byte[] whole = kept.entries.get(key);
        for (int length = 0; length < whole.length; length++) {
            kept.entries.put(key, Arrays.copyOf(whole, length));
            assertThat(written(parse("a.yaml", content))).isEqualTo(parsed);
        }
        kept.entries.put(key, Arrays.copyOf(whole, whole.length + 1));
        assertThat(written(parse("a.yaml", content))).isEqualTo(parsed);
    }

    @Test
    void noDamageOfABitThrows() {
        byte[] content = "a: [b, 'c']\nd: {e: f}\n".getBytes(StandardCharsets.UTF_8);
        parse("a.yaml", content);
        String key = kept.entries.keySet().iterator().next();
        byte[] whole = kept.entries.get(key);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            kept.entries.put(key, damaged);
            assertThat(parse("a.yaml", content)).isNotNull();
        }
    }
}
