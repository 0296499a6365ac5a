package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.AllocationLimit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aQuestionMarkIsAllowedInBraces() {
        Node root = parse(
                "u.yaml",
                "ask: {en: Does it own the technology?, zh: 是否自有？}\nlist: [why?, what? then]\n\"a?\": 'b?'\n");
        assertThat(problems).isEmpty();
        assertThat(root.get("ask").get("en").text()).isEqualTo("Does it own the technology?");
        assertThat(root.get("ask").get("zh").place()).hasToString("u.yaml:1:44");
        assertThat(root.list("list", problems)).extracting(Node::text).containsExactly("why?", "what? then");
        assertThat(root.get("a?").text()).isEqualTo("b?");
    }

    @Test
    void everyNodeHasItsPlace() {
        Node root = parse("u.yaml", "bakeries:\n  - id: rye\n    shops: [north, south]\n");
        Node bakery = root.list("bakeries", problems).get(0);
        assertThat(bakery.fields().get("shops").place()).hasToString("u.yaml:3:5");
        assertThat(bakery.list("shops", problems).get(1).place()).hasToString("u.yaml:3:20");
        assertThat(bakery.get("id").problem(Message.of("is wrong"), null))
                .hasToString("u.yaml:2:9: is wrong\n   |   - id: rye\n   |         ^^^");
    }

    @Test
    void jsonIsReadLikeYaml() {
        Node root = parse(
                "u.json", "{\"bakeries\": [\n  {\"id\": \"rye\", \"ovens\": 12.50, \"open\": true, \"name\": null}]}");
        Node bakery = root.list("bakeries", problems).get(0);
        assertThat(bakery.fields().get("ovens").place()).hasToString("u.json:2:18");
        assertThat(bakery.get("ovens").text()).isEqualTo("12.50");
        assertThat(bakery.get("open").text()).isEqualTo("true");
        assertThat(bakery.get("name")).isNull();
    }

    @Test
    void aScalarKeepsTheTextOfItsSource() {
        Node root = parse("u.yaml", "a: 1_000\nb: 2026-01-08\nc: 007\nd: yes\ne: '~'\nf: |\n  two\n  lines\n");
        assertThat(root.fields().values().stream().map(field -> field.value().text()))
                .containsExactly("1_000", "2026-01-08", "007", "yes", "~", "two\nlines\n");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsChangeNothing() {
        Node root = parse("u.yaml", "\uFEFFid: rye\r\nname: Rye\r\n");
        assertThat(root.get("name").place()).hasToString("u.yaml:2:7");
        assertThat(root.get("name").text()).isEqualTo("Rye");
        assertThat(problems).isEmpty();
    }

    @Test
    void missingFilesAndFoldersAreReported(@TempDir Path folder) {
        assertThat(Document.read(Path.of("no", "such.yaml"), problems)).isNull();
        assertThat(Document.read(folder, problems)).isNull();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "no/such.yaml: there is no such file",
                        folder.toString().replace('\\', '/') + ": this is a folder, not a file");
    }

    @Test
    void aHugeFileIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L * 1024 * 1024);
        }
        assertThat(Document.read(file, problems)).isNull();
        assertThat(problems)
                .extracting(problem -> problem.what().toString())
                .containsExactly("the file is larger than 32 MB");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByLine() {
        byte[] bytes = "id: rye\nname: Bread\n".getBytes(StandardCharsets.ISO_8859_1);
        bytes[15] = (byte) 0xE4;
        assertThat(Document.parse("u.yaml", bytes, problems)).isNull();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("u.yaml:2:8: the byte E4 is not UTF-8\n   | save the file as UTF-8");
    }

    @Test
    void aCharacterCutInHalfAtTheEndIsNotUtf8() {
        assertThat(Document.parse("u.yaml", new byte[] {'a', ':', ' ', (byte) 0xE4, (byte) 0xB8}, problems))
                .isNull();
        assertThat(problems)
                .extracting(problem -> problem.what().toString())
                .containsExactly("the byte E4 is not UTF-8");
    }

    @Test
    void binaryFilesAreRefused() {
        assertThat(Document.parse("u.yaml", new byte[] {'P', 'K', 3, 4, 0, 0}, problems))
                .isNull();
        assertThat(Document.parse("u.yaml", "id: r\u0007ye", problems)).isNull();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "u.yaml: this is not a text file",
                        "u.yaml:1:6: the invisible character U+0007 is not allowed\n"
                                + "   |   id: r\uFFFDye\n"
                                + "   |        ^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "# only a remark\n", "\uFEFF"})
    void emptyFilesAreReported(String content) {
        assertThat(Document.parse("u.yaml", content, problems)).isNull();
        assertThat(problems).extracting(Problem::toString).containsExactly("u.yaml: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":"})
    void aHundredThousandBracketsAreRefusedAtTheFiftyFirst(String opening) {
        for (String name : List.of("u.yaml", "u.json")) {
            AllocationLimit.megabytes(100, () -> Document.parse(name, opening.repeat(100_000), problems));
        }
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).what().toString()).isEqualTo("nested more than 50 levels deep");
        assertThat(problems.toString()).doesNotContain("Exception", "token", "jackson", "yaml.snake");
    }

    @Test
    void aLineThatWouldTakeForeverIsRefused() {
        String text = "a: b\n" + "#".repeat(30_000_000);
        AllocationLimit.megabytes(1_000, () -> Document.parse("u.yaml", text, problems));
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("u.yaml:2: the line is too long for YAML\n   | break it into several lines");
    }

    @Test
    void anAliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 100; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertThat(Document.parse("u.yaml", bomb.toString(), problems)).isNull();
        assertThat(problems).hasSize(21);
        assertThat(problems.get(0).what().toString()).isEqualTo("the anchor `&a0` is not supported");
        assertThat(problems.get(20).what().toString())
                .isEqualTo("too many anchors, aliases and tags; the rest is not read");
    }

    @Test
    void onlyARefusedPartMakesANodeFlawed() {
        Node root = parse("u.yaml", "good: {id: a}\nbad: {id: b, id: c}\n");
        assertThat(root.get("good").flawed()).isFalse();
        assertThat(root.get("bad").flawed()).isTrue();
        assertThat(problems)
                .extracting(problem -> problem.what().toString())
                .containsExactly("`id` is given already at u.yaml:2:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a: [1, 2",
                "{a: 1",
                "a: 'x",
                "a: \"\\q\"",
                "\t- a",
                "a: @b",
                "a: `b",
                "- a\nb: c",
                "a: b\n c: d",
                "? [a]: b",
                "%YAML 9",
                "a: !<",
                "a: &",
                "a: *",
                ": :",
                "---\n...\nx",
                "a: |z\n b",
                "a: \"b\" c",
                "a: >\n\tb",
                "[a]]",
                "%TAG",
                "a:\n- b\n  - c\n -d",
                "!",
                "&a &b c",
                "a: [b: c: d]",
                "{a}: {",
                "<<: *x",
                "a: %b",
                "\"a\nb: c"
            })
    void noSyntaxErrorNamesTheParser(String content) {
        Document.parse("u.yaml", content, problems);
        Document.parse("u.json", content, problems);
        assertThat(problems).isNotEmpty();
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.what().toString() + problem.advice())
                        .doesNotContainIgnoringCase(
                                "exception",
                                "token",
                                "snakeyaml",
                                "jackson",
                                "in reader",
                                "java",
                                "source:",
                                "scalar",
                                "mapping"));
    }

    private Node parse(String file, String content) {
        return Objects.requireNonNull(Document.parse(file, content, problems));
    }
}
