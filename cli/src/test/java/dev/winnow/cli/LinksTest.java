package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the Markdown pages of the repository lead to files and headings that exist. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkHasATarget(Path page) throws IOException {
        Matcher link = LINK.matcher(prose(page).replaceAll("`[^`\n]*`", ""));
        while (link.find()) {
            if (link.group(1).contains(":")) {
                continue;
            }
            Path target = page.resolveSibling(link.group(1)).normalize();
            if (link.group(1).isEmpty()) {
                target = page;
            }
            assertThat(target).as("%s links to %s", page, link.group()).exists();
            if (link.group(2) != null && target.toString().endsWith(".md")) {
                assertThat(anchors(target))
                        .as("%s links to %s", page, link.group())
                        .contains(link.group(2));
            }
        }
    }

    @Test
    void theListOfPagesIsComplete() throws IOException {
        String list = Files.readString(Run.HOME.resolve("docs/README.md"));
        try (Stream<Path> pages = Files.list(Run.HOME.resolve("docs"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(Run.HOME, 4)) {
            return all.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("/target/", "/src/", "/.", "/node_modules/")
                            .noneMatch(part -> ("/" + Run.HOME.relativize(file)).contains(part)))
                    .sorted()
                    .toList();
        }
    }

    private static String prose(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }

    /** The names by which GitHub links to the headings of a page, and the anchors that it sets itself. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        String text = prose(page);
        HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        ANCHOR.matcher(text).results().forEach(anchor -> anchors.add(anchor.group(1)));
        return anchors;
    }
}
