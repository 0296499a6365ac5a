package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.report.Browser.Tab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Helpers for tests of pages. */
final class Pages {

    private Pages() {}

    /** Runs a command line that writes a file without any complaint. */
    static Path written(Path file, String... line) {
        Run run = Run.winnow(
                Stream.concat(Stream.of(line), Stream.of("-o", file.toString())).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return file;
    }

    /**
     * Detaches the rows and items that have the same elements and classes as three others of their table or list, and
     * returns a function that puts them back. They have the same form, and axe takes most of its time for them.
     */
    private static final String DETACH_ALIKE = """
            (() => {
              const seen = new Map();
              const detached = [];
              for (const one of document.querySelectorAll('tr, li, .question')) {
                const look = element => [element.localName, element.className.baseVal ?? element.className, element.role,
                  element.hidden, element.tabIndex, element.textContent.trim() === '', element.style.color,
                  element.style.background].join();
                const form = [...new Set([one, ...one.querySelectorAll('*')].map(look))].sort().join(';');
                const forms = seen.get(one.parentNode) ?? new Map();
                seen.set(one.parentNode, forms.set(form, (forms.get(form) ?? 0) + 1));
                if (forms.get(form) > 3) {
                  detached.push(one);
                }
              }
              const places = detached.map(one => {
                const place = document.createComment('');
                one.replaceWith(place);
                return place;
              });
              return () => places.forEach((place, i) => place.replaceWith(detached[i]));
            })()""";

    /**
     * Returns what axe, an accessibility checker, finds wrong: the rules and the first elements.
     *
     * @param part the part of the page that axe checks, as an expression
     * @param options further options of axe, such as {@code , runOnly: ['cat.color']}
     */
    static String violations(Tab tab, String part, String options) throws IOException {
        if (!tab.run("'axe' in window").asBoolean()) {
            try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream("/axe.min.js"))) {
                tab.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; true");
            }
        }
        return tab.text("(() => { const restore = " + DETACH_ALIKE + "; return axe.run(" + part
                + ", {resultTypes: ['violations']" + options + "}).finally(restore).then(found =>"
                + " found.violations.map(one => one.id + ' ' + one.nodes.slice(0, 3).map(node =>"
                + " node.html + ' ' + node.failureSummary).join(' | ')).join('\\n')); })()");
    }
}
