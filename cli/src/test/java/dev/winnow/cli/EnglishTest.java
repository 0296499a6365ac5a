package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Comments, messages and pages avoid the phrases that readers had to read twice. The list is short on purpose: it holds
 * only phrases that nearly always hide a missing noun or verb. CONTRIBUTING.md says what to write instead.
 */
class EnglishTest {

    /** Avoided in every text, each with what to write instead. */
    private static final Map<Pattern, String> EVERYWHERE = Map.ofEntries(
            avoided("\\bof (which|whom)\\b", "two clauses, `whose`, or a verb"),
            avoided("\\b(whom|whoever|whomever|[Ww]hatever)\\b", "a noun: the analyst, the caller, any value"),
            avoided("\\bThe same (with|for|but|as above)\\b", "the variant and how it differs"),
            avoided("\\b(is|are|was|were) there (twice|already)\\b", "`is listed twice`, `already exists`"),
            avoided("\\b(is|are|was|were|be|been) told\\b", "`reported`, `printed`, `listed`"),
            avoided("\\bhow (many|much) there\\b", "`the number of`, `the amount of`"),
            avoided("\\bcomes? of\\b", "`results from`, `is built from`"),
            avoided("\\bgoes? without\\b", "`cannot be combined with`"),
            avoided("\\btake another\\b", "the rule that the value breaks"));

    /** Avoided in comments too: they hide a noun there, while a page may have said it before. */
    private static final Map<Pattern, String> IN_COMMENTS = Map.ofEntries(
            avoided(
                    "^(What|Who|Whom|Whose|Whoever|Those|So (many|much|long|far)|Nobody|Somebody|How (many|much)|The same)"
                            + "\\b[^?]*$",
                    "the noun that the clause stands for"),
            avoided("\\b(nobody|somebody|anybody)('s)?\\b", "the person, or the passive voice"),
            avoided("\\b(of|by|in|for|to|from|than) what ", "the noun that the clause stands for"));

    /** Avoided in messages too; their headings may begin with `What`. */
    private static final Map<Pattern, String> IN_MESSAGES = Map.ofEntries(
            avoided(
                    "^(What|Who|Those|So (many|much)|Nobody|Somebody|How (many|much))( \\S+){7}[^?]*$",
                    "the noun that the clause stands for"),
            avoided("\\bmaybe\\b", "`did you mean …?` for a near name, an imperative for an action"),
            avoided("\\b(nobody|somebody|anybody)('s)?\\b", "the person, or the passive voice"));

    /** Avoided in the comments that winnow writes into files. */
    private static final Map<Pattern, String> IN_WRITTEN_FILES = Map.ofEntries(
            avoided("\\babout which\\b", "two clauses"),
            avoided("^[A-Z][a-z]+ed (at|by|for|from|in|with) ", "the noun that the participle describes"));

    private static final Set<String> SKIPPED =
            Set.of("target", ".git", ".winnow", ".fast", "node_modules", "golden", "corpus", "examples", "decisions");

    /** A text, which may contain the signs of a comment, or a comment; consecutive line comments are one. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
            + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)++'"
            + "|/\\*(?:[^*]|\\*(?!/))*+\\*/|(?m:^[ \\t]*+//[^\\n]*+(?:\\n[ \\t]*+//[^\\n]*+)*+)|//[^\\n]*+");

    @Test
    void commentsAvoidBadPhrases() {
        assertThat(complaints(".java", source -> texts(source, "/"), EVERYWHERE, IN_COMMENTS))
                .isEmpty();
    }

    @Test
    void writtenFilesAvoidBadPhrases() {
        assertThat(complaints(".java", source -> texts(source, "\"# "), EVERYWHERE, IN_COMMENTS, IN_WRITTEN_FILES))
                .isEmpty();
    }

    @Test
    void messagesAvoidBadPhrases() throws IOException {
        Path catalogue = Run.HOME.resolve("report/src/main/resources/dev/winnow/report/i18n/zh.txt");
        List<String> templates = Files.readAllLines(catalogue).stream()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .toList();
        List<String> complaints = new ArrayList<>();
        for (String template : templates) {
            complain(template, "message", complaints, EVERYWHERE, IN_MESSAGES);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void pagesAvoidBadPhrases() {
        assertThat(complaints(".md", EnglishTest::paragraphs, EVERYWHERE)).isEmpty();
    }

    /** The left column of CONTRIBUTING.md's table of sentences. */
    @ParameterizedTest
    @MethodSource("sentencesToAvoid")
    void theSentencesOfTheTableAreRefused(String sentence) {
        List<String> complaints = new ArrayList<>();
        complain(sentence, "table", complaints, EVERYWHERE, IN_COMMENTS);
        assertThat(complaints).isNotEmpty();
    }

    static List<String> sentencesToAvoid() throws IOException {
        Matcher table = Pattern.compile("\\| instead of \\| write \\|\\n\\|[-|]+\\n((?:\\|.*\\n)+)")
                .matcher(Files.readString(Run.HOME.resolve("CONTRIBUTING.md")));
        assertThat(table.find()).isTrue();
        return table.group(1).lines().map(row -> row.split("\\|")[1].strip()).toList();
    }

    private static Map.Entry<Pattern, String> avoided(String phrase, String instead) {
        return Map.entry(Pattern.compile(phrase), instead);
    }

    @SafeVarargs
    private static void complain(String text, String place, List<String> complaints, Map<Pattern, String>... avoided) {
        String plain = text.replaceAll("\\{@(code|link|linkplain|value) [^}]*}|<code>.*?</code>|`[^`]*`", "x");
        for (String sentence : plain.split("(?<=[.;:]) |<p>|\\s@\\w+ ")) {
            for (Map<Pattern, String> phrases : avoided) {
                phrases.forEach((phrase, instead) -> {
                    if (phrase.matcher(sentence.strip()).find()) {
                        complaints.add(place + ": " + sentence.strip() + " -- write " + instead);
                    }
                });
            }
        }
    }

    /** @param texts finds the texts of a file by the line that each begins on */
    @SafeVarargs
    private static List<String> complaints(
            String ending, Function<String, Map<Integer, String>> texts, Map<Pattern, String>... avoided) {
        List<String> complaints = new ArrayList<>();
        try {
            Files.walkFileTree(Run.HOME, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return SKIPPED.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    if (name.endsWith(ending) && !name.equals("EnglishTest.java") && !name.equals("CHANGELOG.md")) {
                        Path shown = Run.HOME.relativize(file);
                        texts.apply(Files.readString(file))
                                .forEach((line, text) -> complain(text, shown + ":" + line, complaints, avoided));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints;
    }

    /** The comments of a source, or those that it writes into files, by their first characters. */
    private static Map<Integer, String> texts(String source, String start) {
        Map<Integer, String> comments = new TreeMap<>();
        Matcher token = TEXT_OR_COMMENT.matcher(source);
        while (token.find()) {
            String text = token.group().strip();
            if (text.startsWith(start)) {
                String plain = text.replaceAll("(?m)^\\s*(/?\\*+/?|//+|\"#)|(\\*/|\")$", " ");
                comments.put(lineOf(source, token.start()), joined(plain));
            }
        }
        return comments;
    }

    /** The paragraphs of a Markdown page without its blocks of code; the table of sentences to avoid is one of them. */
    private static Map<Integer, String> paragraphs(String page) {
        String prose = Pattern.compile("(?ms)^\\s*```.*?^\\s*```|^\\| instead of .*?\\n\\n")
                .matcher(page)
                .replaceAll(block -> "\n".repeat((int)
                        block.group().chars().filter(c -> c == '\n').count()));
        Map<Integer, String> paragraphs = new TreeMap<>();
        Matcher paragraph = Pattern.compile("(?m)^(?:[-*#>|]|\\d+\\.)?.+(?:\\n(?![-*#>|]|\\d+\\.)\\S.*)*")
                .matcher(prose);
        while (paragraph.find()) {
            for (String cell : paragraph.group().split("\\|")) {
                paragraphs.merge(
                        lineOf(prose, paragraph.start()),
                        joined(cell.replaceFirst("^\\s*([-*#>]+|\\d+\\.) *", "")),
                        (a, b) -> a + "; " + b);
            }
        }
        return paragraphs;
    }

    private static String joined(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static int lineOf(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
