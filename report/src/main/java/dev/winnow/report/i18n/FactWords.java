package dev.winnow.report.i18n;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.model.value.WrittenFigure;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns names of facts into words: {@code project.fundingNeed} becomes {@code the project’s funding need}. */
public final class FactWords {

    private static final Pattern SECTIONED = Pattern.compile("(\\S+)\\s*§\\s*(.*)");

    /** The source of a value that a panel gives. */
    private static final Pattern PANEL = Pattern.compile("panel (\\S+), round (\\d+)");

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>`\\\\]+");

    private static final Pattern COMMA = Pattern.compile(", ");

    /** The comma before a property of a row. */
    private static final Pattern FIELD = Pattern.compile(", (?=[A-Za-z]\\w*: )");

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)");

    private final Wording wording;
    /** Prefix of the keys for facts of rows. */
    private static final String ROW_FACT = "fact.";

    private final Names names;

    /** @param names the display names and the vocabulary of the universe */
    public FactWords(Wording wording, Names names) {
        this.wording = wording;
        this.names = names;
    }

    /** Returns the display names and the vocabulary. */
    public Names names() {
        return names;
    }

    /** Returns a fact in words, or its name if it has none. */
    public String words(String fact) {
        return together(List.of(fact), 1);
    }

    /**
     * Returns facts that differ only in their row as one phrase: {@code available of aic-abc, aic-boc and 3 more, in
     * the city's funds}.
     *
     * @param most maximum number of rows named
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

    /** Returns whether a fact is yes or no, so that its words are a clause: {@code owns its technology}. */
    private static boolean isFlag(RecordShape<?> shape, FactName name) {
        return shape.stated().stream()
                .anyMatch(component ->
                        component.name().equals(name.property()) && component.kind() == Component.Kind.FLAG);
    }

    /** The Chinese words of a yes-or-no property already contain 是否 ("whether"). */
    private String asked(String template, String owner, String component) {
        return wording.sentence(template, spoken(owner, component)).replace("的是否", "是否");
    }

    private String listed(String list) {
        String spoken = spoken(Vocabulary.CITY, list);
        return wording.language() == Language.EN || spoken.matches(".*[单录]") ? spoken : spoken + "清单";
    }

    /** Returns a list, such as {@code demands}, or a row of it, such as {@code demands.electric-vehicles}, in words. */
    public String list(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? listed(path)
                : wording.sentence(
                        "%s: %s",
                        listed(path.substring(0, dot)), called(path.substring(0, dot), path.substring(dot + 1)));
    }

    /** Returns the display name of a row, made of the names of its key. */
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

    /** Returns the display name of a row of a list that a pack declares. */
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

    /** Groups facts that differ only in their row; groups and rows keep their order. */
    public static List<List<String>> grouped(List<String> facts) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String fact : facts) {
            groups.computeIfAbsent(kindOf(fact), unused -> new ArrayList<>()).add(fact);
        }
        return List.copyOf(groups.values());
    }

    /** Returns the name of a fact without its row. */
    public static String kindOf(String fact) {
        FactName name = FactName.of(fact);
        return name.row().isEmpty() ? fact : name.list() + "." + name.property();
    }

    /** Returns the name without its row, which facts of one group share. */
    public String group(String fact) {
        return kindOf(fact);
    }

    /** Returns the display name of an entry of a list such as {@code stages}. */
    public String named(String list, String id) {
        return names.of(list, id, wording.language());
    }

    /** Returns the display name of a source, with its section. */
    public String source(String source) {
        if (wording.language() == Language.EN) {
            return source;
        }
        Matcher sectioned = SECTIONED.matcher(source);
        if (sectioned.matches()) {
            String named = names.of("sources", sectioned.group(1), wording.language());
            return named + "§" + sectioned.group(2);
        }
        Matcher panel = PANEL.matcher(source);
        if (panel.matches()) {
            return wording.sentence("panel %s, round %s", panel.group(1), panel.group(2));
        }
        String named = names.of("sources", source, wording.language());
        return named.equals(source) ? wording.sentence(source) : named;
    }

    /**
     * Returns the title of a source, unless its display name begins with it, and its address, as far as the universe
     * gives them.
     */
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

    /** Returns whether a text is a web address that a page may link to. */
    public static boolean isWebAddress(String text) {
        return WEB_ADDRESS.matcher(text).matches();
    }

    /** Returns the note of a fact and the amount it was converted from; null if it has neither. */
    public @Nullable String remark(Evidence evidence) {
        String remarks = (evidence.note() == null ? "" : note(evidence.note())) + converted(evidence);
        return remarks.isEmpty()
                ? null
                : remarks.substring(wording.sentence("; ").length());
    }

    /** Returns the amount before conversion, to be appended; empty if nothing was converted. */
    private String converted(Evidence evidence) {
        return evidence.conversion() == null
                ? ""
                : wording.sentence("; %s", wording.say(evidence.conversion().words()));
    }

    /** Returns a note to be appended, in the language of its author. */
    public String note(String note) {
        if (wording.language() == Language.EN) {
            return wording.sentence("; %s", note);
        }
        String part = Names.inLanguage(Language.ZH, note);
        // Keep an English note whole even if it mentions a Chinese name.
        boolean theirs =
                Han.isIn(part) && (part.equals(note) || part.codePoints().noneMatch(FactWords::isLatin));
        return theirs ? wording.sentence("; %s", part) : wording.sentence("; note: %s", note);
    }

    private static boolean isLatin(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
    }

    /** Returns the words before the value of a fact. */
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

    /**
     * Returns a fact and its value in words; {@code among the city’s lead users: Haier} if the rule read the row
     * itself.
     */
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
                ? Names.inLanguage(wording.language(), wording.value(value))
                : wording.list(Stream.of(value.split(", ", -1))
                        .map(one -> names.of("firms", one, wording.language()))
                        .toList());
    }

    /**
     * Returns a value in words that a file states: an amount, a word, a list, or rows of facts. Sources and notes are
     * left out.
     *
     * @param fact the fact, such as {@code project.yieldRate} or {@code city.demands}; {@code project} or {@code city}
     *     for a whole entry; empty for a text of a pack, whose figures alone are put into words
     * @param text the value, as YAML on one line
     */
    public String stated(String fact, String text) {
        FactName name = FactName.of(fact);
        return fact.isEmpty()
                ? scalar("", "", text)
                : name.property().isEmpty() ? stated(fact, "", text) : stated(name.list(), name.property(), text);
    }

    /** Returns the old and the new value of a fact, of a row only the properties that differ. */
    public List<@Nullable String> stated(Change change) {
        String before = change.before();
        String after = change.after();
        if (before == null || after == null || !before.startsWith("{") || !after.startsWith("{")) {
            return Arrays.asList(stated(change, before), stated(change, after));
        }
        return Arrays.asList(stated(change, without(before, after)), stated(change, without(after, before)));
    }

    private @Nullable String stated(Change change, @Nullable String text) {
        return text == null ? null : stated(change.fact(), text);
    }

    /** Returns a row without the properties that another has, too. */
    private static String without(String row, String other) {
        List<String> left = new ArrayList<>(parts(row.substring(1, row.length() - 1), FIELD));
        left.removeAll(parts(other.substring(1, other.length() - 1), FIELD));
        return left.isEmpty() ? row : "{" + String.join(", ", left) + "}";
    }

    /** Returns a type, such as {@code LeadUser}, in words. */
    public String type(String type) {
        return names.vocabulary().rowWords(type, wording.language());
    }

    /** Returns a row of a type in words; in English its key, as a rule file has it. */
    public String row(String type, String row) {
        return wording.language() == Language.EN ? row : called(owner(type), row);
    }

    /** Returns a property of a type in words; in English its name, as a rule file has it. */
    public String property(String type, String property) {
        return wording.language() == Language.EN ? property : spoken(owner(type), property);
    }

    /** Returns the value of a property of a type in words; in English as a rule reads it. */
    public String value(String type, String property, String value) {
        return wording.language() == Language.EN ? value : stated(owner(type), property, value);
    }

    /** Returns the list with the rows of a type; the kind of entry for a project or city. */
    private String owner(String type) {
        return names.vocabulary().rows().entrySet().stream()
                .filter(list -> list.getValue().name().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() ->
                        type.toLowerCase(Locale.ROOT) + (type.equals("Project") || type.equals("City") ? "" : "s"));
    }

    private String stated(String owner, String property, String text) {
        boolean map = text.startsWith("{");
        List<String> values = map ? parts(text, COMMA) : List.of(text);
        if (values.size() == 1 && (map || text.startsWith("["))) {
            values = parts(text.substring(1, text.length() - 1), map ? FIELD : COMMA);
        } else if (!map) {
            return scalar(owner, property, text);
        }
        if (!map || (values.size() > 1 && values.get(1).startsWith("{"))) {
            return values.isEmpty()
                    ? wording.sentence("none")
                    : wording.list(values.stream()
                            .map(value -> stated(owner, property, value))
                            .toList());
        }
        return String.join(
                wording.sentence(", "),
                values.stream()
                        .map(field -> field(owner, property, field))
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    private String field(String owner, String property, String field) {
        int colon = field.indexOf(": ");
        String key = field.substring(0, Math.max(0, colon));
        String value = field.substring(colon < 0 ? 0 : colon + 2);
        String row = property.isEmpty() ? owner : property;
        return switch (key) {
            case "id", "source", "note", "zh" -> "";
            case "value" -> stated(owner, property, value);
            case "asOf" -> wording.sentence("as of %s", scalar("", "", value));
            default -> wording.sentence("%s: %s", spoken(row, key), stated(row, key, value));
        };
    }

    /** Splits the entries of a list or map, or several of them, at the commas outside of others. */
    private static List<String> parts(String text, Pattern apart) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            char sign = at == text.length() ? ',' : text.charAt(at);
            depth += sign == '{' || sign == '[' ? 1 : sign == '}' || sign == ']' ? -1 : 0;
            if (at == text.length()
                    ? from < at
                    : depth == 0
                            && apart.matcher(text).region(at, text.length()).lookingAt()) {
                parts.add(text.substring(from, at));
                from = at + 2;
            }
        }
        return parts;
    }

    private String scalar(String owner, String property, String text) {
        Language language = wording.language();
        Component component = component(owner, property);
        if (text.equals("~") || text.equals("unknown")) {
            return wording.sentence("unknown");
        }
        if (text.equals("true") || text.equals("false")) {
            return wording.sentence(text.equals("true") ? "yes" : "no");
        }
        if (DAY.matcher(text).matches()) {
            return wording.day(LocalDate.parse(text));
        }
        if (component != null && component.words().contains(text)) {
            return names.vocabulary().word(owner, property, text, language);
        }
        String refers = component == null ? null : component.refers();
        if (refers != null) {
            return names.of(refers, text, language);
        }
        Figure figure = language == Language.EN ? null : figure(component == null ? null : component.unit(), text);
        return figure == null ? names.translated(wording.sentence(text), language) : figure.write(language);
    }

    private @Nullable Component component(String owner, String property) {
        Vocabulary vocabulary = names.vocabulary();
        RecordShape<?> shape = owner.equals(Vocabulary.PROJECT)
                ? vocabulary.project()
                : owner.equals(Vocabulary.CITY)
                        ? vocabulary.city()
                        : vocabulary.rows().get(owner);
        return shape == null
                ? null
                : shape.stated().stream()
                        .filter(one -> one.name().equals(property))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Figure figure(@Nullable Unit unit, String text) {
        WrittenFigure written = WrittenFigure.of(text);
        return Stream.of(
                        Optional.ofNullable(unit),
                        Optional.ofNullable(written == null ? null : written.currency()),
                        Optional.of(Unit.SHARE).filter(share -> text.endsWith("%")))
                .flatMap(Optional::stream)
                .flatMap(one ->
                        Stream.ofNullable(FigureText.parse(text, one, null).figure()))
                .findFirst()
                .orElse(null);
    }

    private String alone(FactName name, String fact) {
        if (name.property().isEmpty()) {
            return fact;
        }
        if (name.list().equals("project") && name.property().equals(Vocabulary.MILESTONES_COMPLETE)) {
            return wording.sentence("unlisted milestones of the project");
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
