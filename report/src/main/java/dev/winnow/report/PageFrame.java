package dev.winnow.report;

import dev.winnow.model.Screening.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of a page fills in.
 *
 * @param words its language
 * @param title what it is about
 * @param editions what it was made from
 * @param day as of when; empty where each project has a day of its own
 * @param illustrative whether the universe is invented
 * @param views which views it has, in order: {@code overview}, {@code pair}, {@code chain} …
 * @param book the rules it was judged by
 * @param policy what the browser is told not to do
 * @param style the style sheet
 * @param scripts what runs, in order
 * @param parts embedded texts by the id of their element
 */
record PageFrame(
        Wording words,
        String title,
        List<Labelled> editions,
        String day,
        boolean illustrative,
        List<String> views,
        @Nullable RuleBook book,
        String policy,
        String style,
        List<String> scripts,
        List<Part> parts) {

    /** A pack or universe and what it is. */
    record Labelled(String label, Edition edition) {

        String name() {
            return edition.version().isEmpty() ? edition.name() : edition.name() + " " + edition.version();
        }
    }

    /** Something embedded. */
    record Part(String id, String packed) {}

    String say(String key, Object... values) {
        return words.say("page." + key, values);
    }

    String tag() {
        return words.language() == dev.winnow.model.Language.ZH
                ? "zh-Hans"
                : words.language().tag();
    }

    boolean has(String view) {
        return views.contains(view);
    }
}
