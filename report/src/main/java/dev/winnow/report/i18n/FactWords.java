package dev.winnow.report.i18n;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the names of facts into words: {@code project.fundingNeed} is the project’s funding need. */
public final class FactWords {

    private static final Pattern SECTIONED = Pattern.compile("(\\S+)\\s*§\\s*(.*)");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>`\\\\]+");

    private final Wording wording;
    /** Words for facts of the rows that every policy shares. */
    private static final String ROW_FACT = "fact.";

    private final Names names;

    /** Words for the facts of a universe, in a language. */
    public FactWords(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
    }

    /** What things are called, and which facts there are. */
    public Names names() {
        return names;
    }

    /** What one asks for; the name itself where it has no words. */
    public String words(String fact) {
        return together(List.of(fact), 1);
    }

    /**
     * What one asks for where the facts differ only in the row they are of: {@code available of aic-abc, aic-boc and 3
     * more, in the city's funds}.
     *
     * @param most how many rows are named
     */
    public String together(List<String> facts, int most) {
        FactName name = FactName.of(facts.get(0));
        if (name.row().isEmpty()) {
            return alone(name, facts.get(0));
        }
        List<String> rows = facts.stream()
                .map(fact -> called(name.list(), FactName.of(fact).row()))
                .toList();
        String named = wording.list(rows, most);
        if (name.list().equals("limits")) {
            return wording.sentence("limit %s", named);
        }
        if (name.list().equals("milestones")) {
            return wording.sentence("the project’s milestone %s", named);
        }
        if (name.property().equals("held")) {
            return name.list().equals("coverages")
                    ? wording.sentence("whether the city covers %s", named)
                    : wording.sentence("whether the city holds %s", named);
        }
        String own = wording.find(ROW_FACT + name.list() + "." + name.property());
        if (own != null) {
            return Wording.filled(own, named);
        }
        return wording.sentence(
                "%s of %s, in the city’s %s", spoken(name.list(), name.property()), named, listed(name.list()));
    }

    /** Whether a fact is yes or no; its name says what holds then: {@code owns its technology}. */
    private static boolean isFlag(RecordShape<?> shape, FactName name) {
        return shape.stated().stream()
                .anyMatch(component ->
                        component.name().equals(name.property()) && component.kind() == Component.Kind.FLAG);
    }

    /** In Chinese a component that is true or false asks whether. */
    private String asked(String template, String owner, String component) {
        return wording.sentence(template, spoken(owner, component)).replace("的是否", "是否");
    }

    private String listed(String list) {
        String spoken = spoken(Vocabulary.CITY, list);
        return wording.language() == Language.EN || spoken.matches(".*[单录]") ? spoken : spoken + "清单";
    }

    /** What a row is called: by the names of what tells it from others. */
    String called(String list, String row) {
        Language language = wording.language();
        int slash = row.lastIndexOf('/');
        return switch (list) {
            case "presences" -> names.within("links", row, language);
            case "coverages" -> names.within("stages", row, language);
            case "demands" -> names.within("endMarkets", row, language);
            case "funds", "limits" -> names.of(list, row, language);
            case "milestones" -> Vocabulary.spokenWord(row, language);
            case "leadUsers" ->
                slash < 0
                        ? names.of("firms", row, language)
                        : names.of("firms", row.substring(0, slash), language) + "/"
                                + names.within("endMarkets", row.substring(slash + 1), language);
            case "firms" -> names.of("firms", row, language);
            default -> declared(list, row, language);
        };
    }

    /** The row of any other list, by what each part of its key names. */
    private String declared(String list, String row, Language language) {
        RecordShape<?> shape = names.vocabulary().rows().get(list);
        if (shape == null) {
            return Names.inLanguage(language, row);
        }
        List<String> parts = new ArrayList<>();
        String rest = row;
        for (int i = shape.key().size() - 1; i >= 0; i--) {
            int slash = i == 0 ? -1 : rest.lastIndexOf('/');
            String refers = names.vocabulary().refers(list, shape.key().get(i));
            String id = rest.substring(slash + 1);
            parts.add(
                    0,
                    refers != null
                            ? names.within(refers, id, language)
                            : names.vocabulary()
                                    .word(list, shape.key().get(i), Names.inLanguage(language, id), language));
            rest = slash < 0 ? "" : rest.substring(0, slash);
        }
        return String.join("/", parts);
    }

    private String spoken(String owner, String component) {
        return names.vocabulary().words(owner, component, wording.language());
    }

    /** The facts in groups of those that differ only in their row; groups and rows in the order in which they come. */
    public static List<List<String>> grouped(List<String> facts) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String fact : facts) {
            groups.computeIfAbsent(kindOf(fact), unused -> new ArrayList<>()).add(fact);
        }
        return List.copyOf(groups.values());
    }

    /** The name without its row. */
    public static String kindOf(String fact) {
        FactName name = FactName.of(fact);
        return name.row().isEmpty() ? fact : name.list() + "." + name.property();
    }

    /** The name without its row: facts of one group differ only in the row they are of. */
    public String group(String fact) {
        return kindOf(fact);
    }

    /** What something is called that a list of the universe has, such as {@code stages}, by its id. */
    public String named(String list, String id) {
        return names.of(list, id, wording.language());
    }

    /** The display name of a source, with the section. */
    public String source(String source) {
        if (wording.language() == Language.EN) {
            return source;
        }
        Matcher sectioned = SECTIONED.matcher(source);
        if (sectioned.matches()) {
            String named = names.of("sources", sectioned.group(1), wording.language());
            return named + "§" + sectioned.group(2);
        }
        String named = names.of("sources", source, wording.language());
        return named.equals(source) ? wording.sentence(source) : named;
    }

    /** The title of a source, unless it is what the source is called by, and its address: what the universe gives of the two. */
    public List<String> described(String source) {
        List<String> described = new ArrayList<>();
        String title = names.sourceTitle(source, wording.language());
        if (title != null && !source(source).startsWith(title)) {
            described.add(title);
        }
        String url = names.sourceUrl(source);
        if (url != null) {
            described.add(url);
        }
        return described;
    }

    /** Whether a text is an address that a page may link to; whatever else a file gives as one stays a text. */
    public static boolean isWebAddress(String text) {
        return WEB_ADDRESS.matcher(text).matches();
    }

    /** What is to be known of a fact besides its source and day: its note, and what it was converted from; null if nothing is. */
    public @Nullable String remark(Evidence evidence) {
        String remarks = (evidence.note() == null ? "" : note(evidence.note())) + converted(evidence);
        return remarks.isEmpty()
                ? null
                : remarks.substring(wording.sentence("; ").length());
    }

    /** What an amount was converted from, behind it; empty if it was not. */
    private String converted(Evidence evidence) {
        return evidence.conversion() == null
                ? ""
                : wording.sentence("; %s", wording.say(evidence.conversion().words()));
    }

    /** The note of a fact, in the language of its author. */
    public String note(String note) {
        if (wording.language() == Language.EN) {
            return wording.sentence("; %s", note);
        }
        String part = Names.inLanguage(Language.ZH, note);
        // An English sentence with a Chinese name in it is no note in two languages.
        boolean theirs =
                Han.isIn(part) && (part.equals(note) || part.codePoints().noneMatch(FactWords::isLatin));
        return theirs ? wording.sentence("; %s", part) : wording.sentence("; note: %s", note);
    }

    private static boolean isLatin(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
    }

    /** What was read, before its value. */
    private String label(String fact, String value) {
        FactName name = FactName.of(fact);
        if (!name.row().isEmpty()
                && name.row().startsWith(value)
                && !name.list().equals("milestones")) {
            return wording.sentence("among the city’s %s", listed(name.list()));
        }
        boolean told = name.property().equals("held") || wording.language() == Language.EN;
        return told ? words(fact).replaceFirst(wording.sentence("whether "), "") : words(fact);
    }

    /** What was read and its value: {@code the city's lead users: Haier} where the row itself was. */
    public String read(Citation citation) {
        Figure figure = citation.figure();
        FactName name = FactName.of(citation.property());
        if (name.list().equals("milestones")) {
            return words(citation.property());
        }
        if (figure == null && !name.row().isEmpty() && name.row().startsWith(citation.value())) {
            String row = name.row().equals(citation.value())
                    ? called(name.list(), name.row())
                    : value(name, citation.value());
            return wording.sentence("%s: %s", wording.sentence("among the city’s %s", listed(name.list())), row);
        }
        String value = wording.language() == Language.EN || figure == null
                ? value(name, citation.value())
                : figure.write(wording.language());
        return wording.sentence(
                "%s: %s", label(citation.property(), citation.value()), value + converted(citation.evidence()));
    }

    private String value(FactName name, String value) {
        boolean firms = "firms".equals(names.vocabulary().refers(name.list(), name.property()))
                || (name.list().equals("firms") && name.property().equals("name"));
        return !firms || value.equals("none")
                ? Names.inLanguage(wording.language(), wording.sentence(value))
                : wording.list(Stream.of(value.split(", ", -1))
                        .map(one -> names.of("firms", one, wording.language()))
                        .toList());
    }

    private String alone(FactName name, String fact) {
        if (name.property().isEmpty()) {
            return fact;
        }
        return name.list().equals("city") && names.vocabulary().rows().containsKey(name.property())
                ? wording.sentence("unlisted %s of the city", listed(name.property()))
                : name.list().equals("city")
                        ? asked(
                                isFlag(names.vocabulary().city(), name) ? "whether the city %s" : "the city’s %s",
                                Vocabulary.CITY,
                                name.property())
                        : name.list().equals("project")
                                ? asked(
                                        isFlag(names.vocabulary().project(), name)
                                                ? "whether the project %s"
                                                : "the project’s %s",
                                        Vocabulary.PROJECT,
                                        name.property())
                                : wording.sentence(
                                        "the %s’s %s", spoken("", name.list()), spoken(name.list(), name.property()));
    }
}
