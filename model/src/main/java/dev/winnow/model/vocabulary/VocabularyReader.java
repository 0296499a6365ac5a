package dev.winnow.model.vocabulary;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.HiddenCharacters;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of a vocabulary.yaml. A declaration with anything wrong in it is left out whole. */
final class VocabularyReader {

    private static final Pattern PROPERTY_NAME = Pattern.compile(VocabularyKeys.PROPERTY_NAME);
    private static final Pattern ROW_NAME = Pattern.compile(VocabularyKeys.ROW_NAME);

    /** Words of the rule language, and words of Java that no name may be. */
    private static final Set<String> WORDS = Set.of(
            "abstract",
            "accumulate",
            "action",
            "and",
            "assert",
            "boolean",
            "break",
            "byte",
            "card",
            "case",
            "catch",
            "char",
            "class",
            "collect",
            "const",
            "contains",
            "continue",
            "count",
            "declare",
            "default",
            "double",
            "else",
            "end",
            "entry",
            "enum",
            "eval",
            "excludes",
            "exists",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "forall",
            "from",
            "function",
            "global",
            "goto",
            "implements",
            "import",
            "init",
            "instanceof",
            "int",
            "interface",
            "long",
            "matches",
            "memberOf",
            "modify",
            "native",
            "new",
            "not",
            "null",
            "over",
            "package",
            "private",
            "protected",
            "public",
            "query",
            "record",
            "result",
            "return",
            "reverse",
            "rule",
            "salience",
            "short",
            "soundslike",
            "static",
            "strictfp",
            "sum",
            "super",
            "switch",
            "synchronized",
            "template",
            "then",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "type",
            "var",
            "void",
            "volatile",
            "when",
            "while",
            "yield",
            "values",
            "evidence",
            "getClass",
            "hashCode",
            "toString",
            "equals");

    /** Keys that an entry of a universe has whatever is declared. */
    private static final Set<String> KEYS = Set.of(
            "source",
            "asOf",
            "hindsight",
            "note",
            "zh",
            "value",
            "unit",
            "bound",
            "more",
            "milestones",
            "outcome",
            "illustrative",
            "own",
            "presences",
            "complete",
            "declared");

    /** What the names of facts begin with, or name rows of, without any declaration. */
    private static final Set<String> OWNERS = Set.of("project", "city", "limits", "coverages");

    /** The owner of the names of types of rows. */
    private static final String ROWS = "";

    private static final int MOST = 300;
    private static final int MOST_WORDS = 60;
    private static final int MOST_KEYS = 3;

    private final List<Problem> problems;
    private final List<DeclaredProperty> ofProject = new ArrayList<>();
    private final List<DeclaredProperty> ofCity = new ArrayList<>();
    private final List<DeclaredList> lists = new ArrayList<>();
    /** Where the names of each owner and the types of rows are declared. */
    private final Map<String, Map<String, Place>> places = new HashMap<>();

    private int declared;

    VocabularyReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<DeclaredProperty> ofProject() {
        return ofProject;
    }

    List<DeclaredProperty> ofCity() {
        return ofCity;
    }

    List<DeclaredList> lists() {
        return lists;
    }

    void read(Node root) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "a vocabulary has keys; it is not %s", root.kind().words()),
                    Message.of("maybe `%s`?", "project:")));
            return;
        }
        root.allow(Message.of("a vocabulary"), VocabularyKeys.SECTIONS, problems);
        properties("project", root.map("project", problems), core(Project.class), ofProject);
        Set<String> cityNames = core(City.class);
        for (Class<? extends Record> type : CityList.TYPES) {
            cityNames.add(type.getAnnotation(CityList.class).value());
        }
        Node city = root.map("city", problems);
        properties("city", city, cityNames, ofCity);
        Node all = root.map(VocabularyKeys.LISTS, problems);
        if (all != null) {
            ofCity.forEach(property -> cityNames.add(property.component().name()));
            Set<String> rows = types();
            for (Node.Field field : all.each()) {
                DeclaredList list = list(field, cityNames, rows);
                if (list != null) {
                    cityNames.add(list.name());
                    rows.add(list.row());
                    lists.add(list);
                }
            }
        }
    }

    private static Set<String> core(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        return names;
    }

    /** The names of types that rules know without any declaration. */
    private static Set<String> types() {
        Set<String> names = new TreeSet<>(Set.of("Limit", "AsOf", "Scorecard"));
        Stream.concat(
                        CityList.TYPES.stream(),
                        Stream.of(
                                Project.class,
                                City.class,
                                Milestone.class,
                                Presence.class,
                                Coverage.class,
                                IndustrialChain.class,
                                ChainLink.class,
                                DeclaredRow.class))
                .forEach(type -> names.add(type.getSimpleName()));
        return names;
    }

    private void properties(String owner, @Nullable Node map, Set<String> taken, List<DeclaredProperty> into) {
        if (map == null) {
            return;
        }
        for (Node.Field field : map.each()) {
            DeclaredProperty property = property(owner, field, taken);
            if (property != null) {
                into.add(property);
            }
        }
        List<DeclaredProperty> all = List.copyOf(into);
        for (DeclaredProperty property : all) {
            Problem wrong = apart(property, map, taken, all);
            if (wrong != null) {
                problems.add(wrong);
                into.remove(property);
            }
        }
        // What is wrong with the other property is said there.
        into.removeIf(property -> property.apartFrom() != null
                && !taken.contains(property.apartFrom())
                && into.stream().noneMatch(other -> other.component().name().equals(property.apartFrom())));
    }

    /** What is wrong with `apart-from`: it names a property of the same subject that holds texts of the same kind. */
    private static @Nullable Problem apart(
            DeclaredProperty property, Node map, Set<String> taken, List<DeclaredProperty> all) {
        String other = property.apartFrom();
        boolean flawed = all.stream().noneMatch(one -> one.component().name().equals(other));
        if (other == null
                || taken.contains(other)
                || (flawed && map.get(other) != null)
                || all.stream()
                        .anyMatch(one -> one.component().name().equals(other)
                                && !one.equals(property)
                                && isOfTexts(one.component()))) {
            return null;
        }
        Node said = map.get(property.component().name());
        Node at = said == null ? null : said.get("apart-from");
        List<String> names = new ArrayList<>(taken);
        all.stream()
                .filter(one -> !one.equals(property) && isOfTexts(one.component()))
                .forEach(one -> names.add(one.component().name()));
        return (at == null ? map : at)
                .problem(
                        Message.of("`%s` is no other list or text of the same subject", other),
                        Nearest.advice(other, names));
    }

    private static boolean isOfTexts(Component component) {
        return component.kind() == Component.Kind.TEXT || component.kind() == Component.Kind.TEXTS;
    }

    private @Nullable DeclaredProperty property(String owner, Node.Field field, Set<String> taken) {
        List<Problem> wrong = new ArrayList<>();
        String name = field.key();
        name(owner, field, PROPERTY_NAME, "ownsTechnology", taken, wrong);
        Node node = field.value();
        if (node.cracked()) {
            problems.addAll(wrong);
            return null; // the rest is reported already
        }
        if (!node.isMap()) {
            wrong.add(node.problem(
                    Message.of(
                            "the declaration of `%s` has keys; it is not %s",
                            name, node.kind().words()),
                    Message.of("maybe `%s`?", "{is: yes/no, name: …}")));
            problems.addAll(wrong);
            return null;
        }
        Message what = Message.of("the declaration of `%s`", name);
        node.allow(what, VocabularyKeys.PROPERTY, wrong);
        Node is = node.get("is");
        DeclaredType type = null;
        if (is == null && lacks(node, "is")) {
            wrong.add(node.problem(Message.of("%s needs `%s`", what, "is"), DeclaredType.examples()));
        } else if (is != null) {
            type = DeclaredType.parse(is, wrong);
        }
        LocalName called = local(node, "name", VocabularyKeys.LONGEST, wrong);
        if (lacks(node, "name")) {
            wrong.add(node.problem(
                    Message.of("%s needs `%s`", what, "name"), Message.of("maybe `%s`?", "name: {en: …, zh: …}")));
        }
        boolean claim = claim(node, type, wrong);
        LocalName note = local(node, "note", VocabularyKeys.LONGEST_NOTE, wrong);
        LocalName yes = local(node, "yes", VocabularyKeys.LONGEST, wrong);
        LocalName no = local(node, "no", VocabularyKeys.LONGEST, wrong);
        for (String key : List.of("yes", "no")) {
            Node at = node.get(key);
            if (at != null && type != null && type.kind() != Component.Kind.FLAG) {
                wrong.add(at.problem(Message.of("`%s` is for what is `%s`", key, "yes/no"), null));
            }
        }
        LocalName ask = local(node, "ask", VocabularyKeys.LONGEST_NOTE, wrong);
        String who = node.optionalText("who", wrong);
        label(node.get("who"), who, VocabularyKeys.LONGEST, wrong);
        Integer days = days(node, wrong);
        String apart = node.optionalText("apart-from", wrong);
        Node apartNode = node.get("apart-from");
        if (apart != null && apartNode != null && type != null && !type.isOfTexts()) {
            wrong.add(apartNode.problem(Message.of("`%s` is for texts and lists of texts", "apart-from"), null));
        }
        Map<Language, List<String>> headings = headings(node, wrong);
        Map<String, List<String>> synonyms = new HashMap<>();
        Map<String, LocalName> words = words(node, type, synonyms, wrong);
        problems.addAll(wrong);
        if (!wrong.isEmpty() || node.flawed() || type == null || called == null || ++declared > MOST) {
            if (declared == MOST + 1) {
                problems.add(field.problem(Message.of("a vocabulary declares at most %s properties", MOST), null));
            }
            return null;
        }
        return new DeclaredProperty(
                type.component(name, !claim),
                called,
                note,
                headings,
                yes,
                no,
                words,
                synonyms,
                ask,
                who,
                days,
                apart,
                field.place());
    }

    /** Whether a key has no value, and nothing is reported of it yet. */
    private static boolean lacks(Node node, String key) {
        Node.Field field = node.fields().get(key);
        return node.get(key) == null && (field == null || !field.value().flawed());
    }

    /** Whether it is a claim: false unless it is made. */
    private static boolean claim(Node node, @Nullable DeclaredType type, List<Problem> wrong) {
        String untold = node.optionalText("unless-told", wrong);
        Node at = node.get("unless-told");
        if (untold == null || at == null || untold.equals("unknown")) {
            return false;
        }
        if (!untold.equals("no")) {
            wrong.add(at.problem(
                    Message.of("`%s` is `%s` or `%s`, not `%s`", "unless-told", "unknown", "no", untold), null));
        } else if (type != null && type.kind() != Component.Kind.FLAG) {
            wrong.add(at.problem(
                    Message.of("only what is `%s` can be `%s` unless it is told", "yes/no", "no"),
                    Message.of("maybe `%s`?", "unless-told: unknown")));
        }
        return true;
    }

    private static @Nullable Integer days(Node node, List<Problem> wrong) {
        String text = node.optionalText("days", wrong);
        Node at = node.get("days");
        if (text == null || at == null) {
            return null;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > VocabularyKeys.MOST_DAYS) {
            wrong.add(at.problem(
                    Message.of("`%s` is no number of days", text),
                    Message.of("a whole number from 0 to %s", VocabularyKeys.MOST_DAYS)));
            return null;
        }
        return Integer.parseInt(text);
    }

    private void name(
            String owner, Node.Field field, Pattern form, String example, Set<String> taken, List<Problem> wrong) {
        String name = field.key();
        if (!form.matcher(name).matches()) {
            wrong.add(field.problem(
                    Message.of("`%s` is no name for a fact", shown(name)), nameAdvice(name, form, example)));
        } else if (WORDS.contains(name) || KEYS.contains(name)) {
            wrong.add(otherMeaning(field));
        } else if (taken.contains(name)) {
            Place before = places(owner).get(name);
            wrong.add(
                    before == null
                            ? field.problem(
                                    Message.of("`%s` has `%s` already, without a declaration", owner, name),
                                    Message.of("remove the declaration, or choose another name"))
                            : field.problem(Message.of("`%s` is given already at %s", name, before), null));
        } else {
            places(owner).putIfAbsent(name, field.place());
        }
    }

    private static Problem otherMeaning(Node.Field field) {
        return field.problem(
                Message.of("`%s` means something else in rules or files", field.key()),
                Message.of("choose another name"));
    }

    private Map<String, Place> places(String owner) {
        return places.computeIfAbsent(owner, any -> new HashMap<>());
    }

    /** The same words joined as names are, if that is a name. */
    private static Message nameAdvice(String name, Pattern form, String example) {
        StringBuilder joined = new StringBuilder();
        for (String word : name.strip().split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                boolean first = joined.isEmpty();
                char begin = first ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0));
                joined.append(begin).append(word, 1, word.length());
            }
        }
        String meant = joined.toString();
        boolean latin = name.chars().allMatch(c -> c == ' ' || c == '-' || c == '_' || Character.isLetterOrDigit(c));
        return latin && form.matcher(meant).matches() && !WORDS.contains(meant) && !KEYS.contains(meant)
                ? Message.of("maybe `%s`?", meant)
                : Message.of("a small letter, then letters and digits, 3 to 40 in all, such as `%s`", example);
    }

    /** A name as it can be shown, whatever stands in it. */
    private static String shown(String name) {
        String plain = name.codePoints()
                .map(c -> HiddenCharacters.isHidden(c) || c < ' ' ? '?' : c)
                .limit(VocabularyKeys.LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.replace('`', '\'');
    }

    /** A text in both languages, in one, or plain, which is English unless it is Chinese. */
    private static @Nullable LocalName local(Node node, String key, int longest, List<Problem> wrong) {
        Node said = node.get(key);
        if (said == null) {
            return null;
        }
        if (!said.isMap()) {
            String text = node.optionalText(key, wrong);
            if (text == null || !label(said, text, longest, wrong)) {
                return null;
            }
            return isChinese(text) ? new LocalName(null, text) : new LocalName(text, null);
        }
        int before = wrong.size();
        said.allow(Message.of("`%s`", key), VocabularyKeys.LANGUAGES, wrong);
        String english = said.optionalText("en", wrong);
        String chinese = said.optionalText("zh", wrong);
        label(said.get("en"), english, longest, wrong);
        label(said.get("zh"), chinese, longest, wrong);
        if (english == null && chinese == null && wrong.size() == before) {
            wrong.add(said.problem(Message.of("`%s` needs `%s` or `%s`", key, "en", "zh"), null));
        }
        return wrong.size() > before ? null : new LocalName(english, chinese);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /**
     * Whether a label can stand anywhere: in a terminal, on a page, in a sheet, in a comment of a rule. Nothing in it may
     * be hidden, break the line, open a quotation, or make a spreadsheet compute.
     */
    private static boolean label(@Nullable Node at, @Nullable String text, int longest, List<Problem> wrong) {
        if (at == null || text == null) {
            return true;
        }
        int hidden = HiddenCharacters.firstIn(text);
        if (hidden >= 0) {
            wrong.add(at.problem(
                    Message.of(
                            "the label holds the hidden character %s", HiddenCharacters.name(text.codePointAt(hidden))),
                    null));
            return false;
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            wrong.add(at.problem(Message.of("the label is longer than a line"), null));
            return false;
        }
        if (text.indexOf('\t') >= 0) {
            wrong.add(at.problem(Message.of("the label holds a tab"), Message.of("write a blank")));
            return false;
        }
        for (char sign : VocabularyKeys.SIGNS.toCharArray()) {
            if (text.indexOf(sign) >= 0) {
                wrong.add(at.problem(
                        Message.of("the label holds the sign %s", String.valueOf(sign)),
                        Message.of("write it in words")));
                return false;
            }
        }
        if (VocabularyKeys.FIRST_SIGNS.indexOf(text.charAt(0)) >= 0) {
            wrong.add(at.problem(
                    Message.of("the label begins with the sign %s", text.substring(0, 1)),
                    Message.of("a spreadsheet would compute it; begin with a word")));
            return false;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            wrong.add(at.problem(Message.of("the label is longer than %s characters", longest), null));
            return false;
        }
        return true;
    }

    private static Map<Language, List<String>> headings(Node node, List<Problem> wrong) {
        Map<Language, List<String>> headings = new EnumMap<>(Language.class);
        Node said = node.map("headings", wrong);
        if (said == null) {
            return headings;
        }
        said.allow(Message.of("`%s`", "headings"), VocabularyKeys.LANGUAGES, wrong);
        for (String language : VocabularyKeys.LANGUAGES) {
            headings.put(language.equals("en") ? Language.EN : Language.ZH, texts(said, language, wrong));
        }
        return headings;
    }

    /** The labels of a key: one, or a list of them. */
    private static List<String> texts(Node map, String key, List<Problem> wrong) {
        Node said = map.get(key);
        List<String> texts = new ArrayList<>();
        List<Node> items = said == null ? List.of() : said.isList() ? said.items() : List.of(said);
        for (Node item : items) {
            if (item.isScalar() && item.text().isBlank()) {
                wrong.add(item.problem(Message.of("`%s` is empty", key), null));
            } else if (!item.isScalar()) {
                wrong.add(item.problem(
                        Message.of(
                                "`%s` is a text or a list of texts, not %s",
                                key, item.kind().words()),
                        null));
            } else if (label(item, item.text().strip(), VocabularyKeys.LONGEST, wrong)) {
                texts.add(item.text().strip());
            }
        }
        return List.copyOf(texts);
    }

    /**
     * What the words of a closed list are called.
     *
     * @param synonyms takes what else they are called
     */
    private static Map<String, LocalName> words(
            Node node, @Nullable DeclaredType type, Map<String, List<String>> synonyms, List<Problem> wrong) {
        Map<String, LocalName> words = new HashMap<>();
        Node said = node.map("words", wrong);
        if (said == null) {
            return words;
        }
        for (Node.Field field : said.each()) {
            if (type != null && !type.words().contains(field.key())) {
                wrong.add(field.problem(
                        Message.of("`%s` is not one of the words of `%s`", shown(field.key()), "is"),
                        Nearest.advice(field.key(), type.words())));
                continue;
            }
            if (!field.value().isMap()) {
                LocalName called = local(said, field.key(), VocabularyKeys.LONGEST, wrong);
                if (called != null) {
                    words.put(field.key(), called);
                }
                continue;
            }
            field.value().allow(Message.of("`%s`", field.key()), VocabularyKeys.LANGUAGES, wrong);
            List<String> english = texts(field.value(), "en", wrong);
            List<String> chinese = texts(field.value(), "zh", wrong);
            if (!english.isEmpty() || !chinese.isEmpty()) {
                words.put(
                        field.key(),
                        new LocalName(
                                english.isEmpty() ? null : english.get(0), chinese.isEmpty() ? null : chinese.get(0)));
            }
            List<String> others = new ArrayList<>(english.subList(Math.min(1, english.size()), english.size()));
            others.addAll(chinese.subList(Math.min(1, chinese.size()), chinese.size()));
            if (!others.isEmpty()) {
                synonyms.put(field.key(), List.copyOf(others));
            }
        }
        return words;
    }

    private @Nullable DeclaredList list(Node.Field field, Set<String> taken, Set<String> rows) {
        List<Problem> wrong = new ArrayList<>();
        String name = field.key();
        if (OWNERS.contains(name)) {
            wrong.add(otherMeaning(field));
        } else {
            name("city", field, PROPERTY_NAME, "talents", taken, wrong);
        }
        Node node = field.value();
        if (node.cracked()) {
            problems.addAll(wrong);
            return null; // the rest is reported already
        }
        if (!node.isMap()) {
            wrong.add(node.problem(
                    Message.of(
                            "the declaration of `%s` has keys; it is not %s",
                            name, node.kind().words()),
                    Message.of("maybe `%s`?", "{row: Talent, key: [field], has: …}")));
            problems.addAll(wrong);
            return null;
        }
        Message what = Message.of("the declaration of `%s`", name);
        node.allow(what, VocabularyKeys.LIST, wrong);
        String row = node.requiredText(what, "row", wrong);
        Node rowNode = node.get("row");
        if (row != null && rowNode != null) {
            if (!ROW_NAME.matcher(row).matches()) {
                wrong.add(rowNode.problem(
                        Message.of("`%s` is no name for a row", shown(row)),
                        Message.of(
                                "a capital letter, then letters and digits, 3 to 40 in all, such as `%s`", "Talent")));
            } else if (rows.contains(row)) {
                Place before = places(ROWS).get(row);
                wrong.add(
                        before == null
                                ? rowNode.problem(
                                        Message.of("`%s` is a type of rules already", row),
                                        Message.of("choose another name"))
                                : rowNode.problem(Message.of("`%s` is given already at %s", row, before), null));
            } else {
                places(ROWS).put(row, rowNode.place());
            }
        }
        LocalName called = local(node, "name", VocabularyKeys.LONGEST, wrong);
        LocalName rowCalled = local(node, "row-name", VocabularyKeys.LONGEST, wrong);
        LocalName note = local(node, "note", VocabularyKeys.LONGEST_NOTE, wrong);
        Map<Language, List<String>> headings = headings(node, wrong);
        List<DeclaredProperty> properties = new ArrayList<>();
        Node has = node.map("has", wrong);
        if (has == null && lacks(node, "has")) {
            wrong.add(node.problem(
                    Message.of("%s needs `%s`", what, "has"),
                    Message.of("maybe `%s`?", "has: {field: {is: text, …}}")));
        }
        int before = problems.size();
        properties(name, has, new TreeSet<>(Set.of("city")), properties);
        List<String> key = key(node, what, properties, has, wrong);
        properties.replaceAll(property -> key.contains(property.component().name()) ? property.timeless() : property);
        boolean whole = problems.size() == before;
        problems.addAll(wrong);
        if (!wrong.isEmpty() || !whole || node.flawed() || row == null) {
            return null;
        }
        return new DeclaredList(
                name,
                row,
                called == null ? new LocalName(spoken(name), null) : called,
                rowCalled == null ? new LocalName(spoken(row), null) : rowCalled,
                note,
                headings,
                key,
                properties,
                field.place());
    }

    private static String spoken(String name) {
        return dev.winnow.model.domain.ComponentNames.words(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    private static List<String> key(
            Node node, Message what, List<DeclaredProperty> properties, @Nullable Node has, List<Problem> wrong) {
        List<String> key = new ArrayList<>();
        Node said = node.get("key");
        if (said == null || (said.isList() && said.items().isEmpty())) {
            if (said != null || lacks(node, "key")) {
                wrong.add(node.problem(
                        Message.of("%s needs `%s`", what, "key"),
                        Message.of("the properties that tell one row from another, such as `%s`", "key: [field]")));
            }
            return key;
        }
        Map<String, Component> known = new LinkedHashMap<>();
        properties.forEach(property -> known.put(property.component().name(), property.component()));
        for (Node item : node.list("key", wrong)) {
            String name = item.text().strip();
            Component component = known.get(name);
            if (component == null) {
                boolean reported = has == null || has.get(name) != null;
                if (!reported) {
                    wrong.add(item.problem(
                            Message.of("`%s` is no property of the row", shown(name)),
                            Nearest.advice(name, known.keySet())));
                }
            } else if (component.kind() != Component.Kind.TEXT) {
                wrong.add(item.problem(Message.of("`%s` is no text, and so no key", name), null));
            } else if (key.contains(name)) {
                wrong.add(item.problem(Message.of("`%s` names `%s` twice", "key", name), null));
            } else {
                key.add(name);
            }
        }
        if (key.size() > MOST_KEYS) {
            wrong.add(said.problem(Message.of("a key has at most %s properties", MOST_KEYS), null));
        }
        return key;
    }

    /** The most words of a closed list. */
    static int mostWords() {
        return MOST_WORDS;
    }
}
