package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the page's scripts use has a text, and every text is used. */
class PageWordsTest {

    private static final Path HERE = Path.of("src/main");
    private static final Pattern KEY = Pattern.compile("say\\(\\s*['\"](?:page\\.)?([\\w.]+)['\"](\\s*\\+)?");
    private static final Pattern HEADING = Pattern.compile("heading\\('(\\w+)'()|joined\\([^;]*, '(\\w+)'\\)");

    private final Set<String> known =
            new TreeSet<>(Wording.inLanguage(Language.EN).beginning("").keySet());

    @Test
    void everyKeyHasWords() throws IOException {
        for (String key : keysUsed(false)) {
            assertThat(known).containsAnyOf("page." + key, key);
        }
        for (String start : keysUsed(true)) {
            assertThat(known).anyMatch(key -> key.startsWith("page." + start) || key.startsWith(start));
        }
    }

    @Test
    void allWordsAreUsed() throws IOException {
        Set<String> keys = keysUsed(false);
        keys.add("comma");
        Set<String> starts = keysUsed(true);
        assertThat(known.stream()
                        .filter(key -> key.startsWith("page."))
                        .map(key -> key.substring("page.".length()))
                        .filter(key -> !keys.contains(key) && starts.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    /** Returns the keys in the page's sources, in full or only their prefixes. */
    private static Set<String> keysUsed(boolean beginnings) throws IOException {
        Set<String> keysUsed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(HERE)) {
            for (Path file : files.filter(PageWordsTest::speaks).toList()) {
                String text = Files.readString(file);
                for (Pattern pattern : new Pattern[] {KEY, HEADING}) {
                    for (MatchResult match : pattern.matcher(text).results().toList()) {
                        String key = match.group(1) == null ? match.group(3) : match.group(1);
                        boolean begins = match.group(1) != null
                                && match.group(2) != null
                                && !match.group(2).isEmpty();
                        if (begins == beginnings) {
                            keysUsed.add(key);
                        }
                    }
                }
            }
        }
        return keysUsed;
    }

    private static boolean speaks(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jte")
                || (name.endsWith(".js") && !name.equals("charts.js"))
                || name.equals("HtmlReport.java");
    }
}
