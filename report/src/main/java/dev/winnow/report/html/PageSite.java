package dev.winnow.report.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The additions to a page that a server sends, which a file does not have. Its scripts and style sheets come from the server of the page.
 *
 * @param links links to the pages of the site
 * @param here the address of this page among them; empty if it is none of them
 * @param styles addresses of style sheets
 * @param scripts addresses of JavaScript modules
 * @param words texts of the scripts by key
 */
public record PageSite(
        List<PageLink> links, String here, List<String> styles, List<String> scripts, Map<String, String> words) {

    /** The additions of a file: none. */
    public static final PageSite NONE = new PageSite(List.of(), "", List.of(), List.of(), Map.of());

    public PageSite {
        links = List.copyOf(links);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
        words = Map.copyOf(words);
    }

    /** Whether the page belongs to a site. */
    boolean isServed() {
        return !links.isEmpty();
    }

    /** Returns the texts as JSON in which nothing ends the element that embeds it. */
    public String json() {
        return new String(
                        PageJson.of(json -> json.object(inside -> {
                            for (Map.Entry<String, String> word : new TreeMap<>(words).entrySet()) {
                                inside.name(word.getKey()).text(word.getValue());
                            }
                        })),
                        StandardCharsets.UTF_8)
                .replace("<", "\\u003c");
    }
}
