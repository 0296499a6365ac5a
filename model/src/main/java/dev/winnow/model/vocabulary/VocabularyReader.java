package dev.winnow.model.vocabulary;

import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of a vocabulary.yaml. A declaration with a problem is left out as a whole. */
final class VocabularyReader {

    private static final int MOST = 300;
    private static final int MOST_KEYS = 3;

    private static final String TYPES = "types";
    private static final String UNSEEN = "unseen by rules";
    private static final List<String> CORE_SECTIONS = Stream.concat(
                    VocabularyKeys.SECTIONS.stream(), Stream.of(TYPES, UNSEEN, "words"))
            .toList();
    private static final String UNTOLD = "unless-told";
    private static final List<String> PACK_PROPERTY =
            Stream.concat(VocabularyKeys.PROPERTY.stream(), Stream.of(UNTOLD)).toList();
    private static final List<String> CORE_PROPERTY = Stream.concat(
                    VocabularyKeys.PROPERTY.stream(), Stream.of("timeless", "required"))
            .toList();

    private final List<Problem> problems;
    private final List<DeclaredProperty> ofProject = new ArrayList<>();
    private final List<DeclaredProperty> ofCity = new ArrayList<>();
    private final List<DeclaredList> lists = new ArrayList<>();
    /** The properties of core lists whose closed lists are replaced, by list and name. */
    private final Map<String, Map<String, DeclaredProperty>> closed = new TreeMap<>();

    private final List<DeclaredList> types = new ArrayList<>();
    private final List<DeclaredList> unseen = new ArrayList<>();
    private final Map<String, LocalName> otherNames = new HashMap<>();
    /** Whether it reads the core, whose names and labels need no checks. */
    private final boolean core;

    private final DeclaredNames names = new DeclaredNames();
    private final DeclaredUnits units = new DeclaredUnits();

    private int declared;

    VocabularyReader(List<Problem> problems) {
        this(problems, false);
    }

    private VocabularyReader(List<Problem> problems, boolean core) {
        this.problems = problems;
        this.core = core;
    }

    /** Returns a reader of {@code core.yaml}. */
    static VocabularyReader ofCore(List<Problem> problems) {
        return new VocabularyReader(problems, true);
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

    /** Returns the properties of core lists with closed lists of the pack, by list and name. */
    Map<String, Map<String, DeclaredProperty>> closed() {
        return closed;
    }

    /** Returns the core types that are not lists of cities. */
    List<DeclaredList> types() {
        return types;
    }

    /** Returns the core types that no rule may match. */
    List<DeclaredList> unseen() {
        return unseen;
    }

    /** Returns the other display names of the core. */
    Map<String, LocalName> otherNames() {
        return otherNames;
    }

    void read(Node root) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "a vocabulary must have keys, found %s", root.kind().words()),
                    Message.of("did you mean `%s`?", "project:")));
            return;
        }
        root.allow(Message.of("a vocabulary"), core ? CORE_SECTIONS : VocabularyKeys.SECTIONS, problems);
        properties("project", root.map("project", problems), core(Vocabulary.PROJECT), ofProject);
        Set<String> cityNames = core(Vocabulary.CITY);
        if (!core) {
            CoreFacts.lists().forEach(list -> cityNames.add(list.name()));
        }
        properties("city", root.map("city", problems), cityNames, ofCity);
        ofCity.forEach(property -> cityNames.add(property.component().name()));
        lists(root.map(VocabularyKeys.LISTS, problems), cityNames, lists);
        if (core) {
            lists(root.map(TYPES, problems), cityNames, types);
            lists(root.map(UNSEEN, problems), cityNames, unseen);
            Node words = Objects.requireNonNull(root.map("words", problems));
            words.each()
                    .forEach(word -> otherNames.put(
                            word.key(),
                            new LocalName(
                                    LocalName.inWords(word.key()), word.value().text())));
        }
    }

    private void lists(@Nullable Node all, Set<String> taken, List<DeclaredList> into) {
        if (all == null) {
            return;
        }
        Set<String> rows = new TreeSet<>(Set.of("Scorecard", DeclaredRow.class.getSimpleName()));
        if (!core) {
            rows.addAll(CoreFacts.types().keySet());
        }
        for (Node.Field field : all.each()) {
            DeclaredList known = core ? null : closable(field.key());
            if (known != null) {
                closed(known, field);
                continue;
            }
            DeclaredList list = list(field, taken, rows);
            if (list != null) {
                taken.add(list.name());
                rows.add(list.row());
                into.add(list);
            }
        }
    }

    /** Returns the core list of a name if it has properties with closed lists; null otherwise. */
    private static @Nullable DeclaredList closable(String name) {
        return CoreFacts.lists().stream()
                .filter(list -> list.name().equals(name) && !closable(list).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<String> closable(DeclaredList list) {
        return list.properties().stream()
                .map(DeclaredProperty::component)
                .filter(component -> !component.words().isEmpty())
                .map(Component::name)
                .toList();
    }

    /** Reads a pack's closed lists that replace those of a core list. */
    private void closed(DeclaredList known, Node.Field field) {
        Message what = Message.of("the declaration of `%s`", known.name());
        String example = "{has: {" + closable(known).get(0) + ": {is: 'one of […]'}}}";
        Node node = declaration(field, what, List.of("has"), example, problems);
        Node has = node == null ? null : node.map("has", problems);
        if (node != null && has == null && lacks(node, "has")) {
            problems.add(
                    node.problem(Message.of("%s needs `%s`", what, "has"), Message.of("did you mean `%s`?", example)));
        }
        for (Node.Field one : has == null ? List.<Node.Field>of() : has.each()) {
            DeclaredProperty property = known.property(one.key());
            if (property == null || !closable(known).contains(one.key())) {
                problems.add(one.problem(
                        Message.of(
                                "`%s` of `%s` is not a closed list of words",
                                DeclaredNames.shown(one.key()), known.name()),
                        Message.of("a pack may change the words of %s", Message.names(closable(known)))));
                continue;
            }
            DeclaredProperty own = closed(property, one);
            if (own != null) {
                closed.computeIfAbsent(known.name(), list -> new TreeMap<>()).put(one.key(), own);
            }
        }
    }

    private @Nullable DeclaredProperty closed(DeclaredProperty known, Node.Field field) {
        Message what = Message.of("the declaration of `%s`", field.key());
        List<Problem> wrong = new ArrayList<>();
        Node node = declaration(field, what, VocabularyKeys.CLOSED, "{is: 'one of […]'}", wrong);
        if (node == null) {
            problems.addAll(wrong);
            return null;
        }
        DeclaredType type = type(node, what, wrong);
        Node is = node.get("is");
        if (type != null
                && is != null
                && (type.kind() != known.component().kind() || type.words().isEmpty())) {
            wrong.add(is.problem(
                    Message.of("`%s` is a closed list of words", field.key()),
                    Message.of(
                            "did you mean `%s`?",
                            "one of [" + String.join(", ", known.component().words()) + "]")));
        }
        Map<String, List<String>> synonyms = new HashMap<>();
        Map<String, LocalName> words = Labels.words(node, type, synonyms, wrong);
        LocalName note = Labels.local(node, "note", VocabularyKeys.LONGEST_NOTE, wrong);
        LocalName ask = Labels.local(node, "ask", VocabularyKeys.LONGEST_NOTE, wrong);
        problems.addAll(wrong);
        return wrong.isEmpty() && !node.flawed() && type != null
                ? known.closedTo(type.words(), words, synonyms, note, ask, field.place())
                : null;
    }

    /** Returns the core names of projects or cities. */
    private Set<String> core(String owner) {
        DeclaredList known = core ? null : CoreFacts.owner(owner);
        Set<String> names = new TreeSet<>();
        if (known != null) {
            known.properties()
                    .forEach(property -> names.add(property.component().name()));
        }
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
            String other = property.apartFrom();
            Problem wrong = other == null ? null : apart(property, other, map, taken, all);
            if (wrong != null) {
                problems.add(wrong);
                into.remove(property);
            }
        }
        // Problems of the other property are reported at that property.
        into.removeIf(property -> property.apartFrom() != null
                && !taken.contains(property.apartFrom())
                && into.stream().noneMatch(other -> other.component().name().equals(property.apartFrom())));
    }

    /**
     * Returns the problem of `apart-from`, which must name a text property of the same subject that does not refer back
     * to this one; null if there is none.
     */
    private static @Nullable Problem apart(
            DeclaredProperty property, String other, Node map, Set<String> taken, List<DeclaredProperty> all) {
        String name = property.component().name();
        for (DeclaredProperty earlier : all) {
            if (earlier.component().name().equals(name)) {
                break;
            }
            if (earlier.component().name().equals(other) && name.equals(earlier.apartFrom())) {
                Node at = Objects.requireNonNull(
                        Objects.requireNonNull(map.get(name)).get("apart-from"));
                return at.problem(Message.of("`%s` is already apart from `%s`", other, name));
            }
        }
        boolean flawed = all.stream().noneMatch(one -> one.component().name().equals(other));
        if (taken.contains(other)
                || (flawed && map.get(other) != null)
                || all.stream()
                        .anyMatch(one -> one.component().name().equals(other)
                                && !one.component().name().equals(name)
                                && isOfTexts(one.component()))) {
            return null;
        }
        Node said = map.get(name);
        Node at = said == null ? null : said.get("apart-from");
        List<String> names = new ArrayList<>(taken);
        all.stream()
                .filter(one -> !one.component().name().equals(name) && isOfTexts(one.component()))
                .forEach(one -> names.add(one.component().name()));
        return (at == null ? map : at)
                .problem(
                        Message.of("`%s` is not another list or text of the same subject", other),
                        Nearest.advice(other, names));
    }

    private static boolean isOfTexts(Component component) {
        return component.kind() == Component.Kind.TEXT || component.kind() == Component.Kind.TEXTS;
    }

    private @Nullable DeclaredProperty property(String owner, Node.Field field, Set<String> taken) {
        List<Problem> wrong = new ArrayList<>();
        String name = field.key();
        if (!core) {
            names.property(owner, field, "ownsTechnology", taken, wrong);
        }
        Message what = Message.of("the declaration of `%s`", name);
        Node node = declaration(field, what, core ? CORE_PROPERTY : PACK_PROPERTY, "{is: yes/no, name: …}", wrong);
        if (node == null) {
            problems.addAll(wrong);
            return null;
        }
        DeclaredType type = type(node, what, wrong);
        Unit unit = units.read(node, type, wrong);
        LocalName called = called(node, "name", name, wrong);
        if (called == null && lacks(node, "name")) {
            wrong.add(node.problem(
                    Message.of("%s needs `%s`", what, "name"),
                    Message.of("did you mean `%s`?", "name: {en: …, zh: …}")));
        }
        distinguish(owner, name, called, node, wrong);
        untold(owner, field, node);
        LocalName note = Labels.local(node, "note", VocabularyKeys.LONGEST_NOTE, wrong);
        LocalName yes = Labels.local(node, "yes", VocabularyKeys.LONGEST, wrong);
        LocalName no = Labels.local(node, "no", VocabularyKeys.LONGEST, wrong);
        checkYesAndNo(node, type, wrong);
        Asked asked = asked(node, wrong);
        String apart = apartFrom(node, type, wrong);
        Map<Language, List<String>> headings = headings(node, called, name, wrong);
        Map<String, List<String>> synonyms = new HashMap<>();
        Map<String, LocalName> words = Labels.words(node, type, synonyms, wrong);
        if (core) { // core words are their own English names
            words.replaceAll((word, said) -> said.english() == null ? new LocalName(word, said.chinese()) : said);
        }
        boolean ofRow = !owner.equals(Vocabulary.PROJECT) && !owner.equals(Vocabulary.CITY);
        DeclaredScale scales = new DeclaredScale(node, what, type, ofRow, wrong);
        Scale scale = scales.scale(words, synonyms);
        Judged judged = scales.judged(unit);
        problems.addAll(wrong);
        if (!wrong.isEmpty() || node.flawed() || type == null || called == null || ++declared > MOST) {
            if (declared == MOST + 1) {
                problems.add(field.problem(Message.of("a vocabulary declares at most %s properties", MOST)));
            }
            return null;
        }
        Component component = type.in(scale == null ? unit : scale.unit()).component(name, !isSaid(node, "required"));
        return new DeclaredProperty(
                isSaid(node, "timeless") ? component.asTimeless() : component,
                called,
                note,
                headings,
                yes,
                no,
                words,
                synonyms,
                asked.sentence(),
                asked.who(),
                asked.days(),
                apart,
                scale,
                judged,
                field.place());
    }

    private void distinguish(String owner, String name, @Nullable LocalName called, Node node, List<Problem> wrong) {
        Node at = node.get("name");
        if (!core && called != null && at != null && wrong.isEmpty()) {
            names.called(owner, name, called, at, wrong);
        }
    }

    /** Returns a display name; in the core, the English name is the key in words. */
    private @Nullable LocalName called(Node node, String key, String name, List<Problem> wrong) {
        LocalName called = Labels.local(node, key, VocabularyKeys.LONGEST, wrong);
        return core ? new LocalName(LocalName.inWords(name), called == null ? null : called.chinese()) : called;
    }

    /**
     * Returns the headings of a column or sheet: the display name first, the key last; in the core, only the listed
     * headings if there are any.
     */
    private Map<Language, List<String>> headings(
            Node node, @Nullable LocalName called, String name, List<Problem> wrong) {
        Map<Language, List<String>> more = Labels.headings(node, wrong);
        if (called == null || (core && !more.isEmpty())) {
            return more;
        }
        Map<Language, List<String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Set<String> each = new LinkedHashSet<>(Set.of(called.inLanguage(language)));
            each.addAll(more.getOrDefault(language, List.of()));
            each.add(name);
            all.put(language, List.copyOf(each));
        }
        return all;
    }

    private static boolean isSaid(Node node, String key) {
        Node flag = node.get(key);
        return flag != null && flag.text().equals("true");
    }

    /** Returns the type of a property; null if it is missing or invalid. */
    private @Nullable DeclaredType type(Node node, Message what, List<Problem> wrong) {
        Node is = node.get("is");
        if (is == null && lacks(node, "is")) {
            wrong.add(node.problem(Message.of("%s needs `%s`", what, "is"), DeclaredType.examples()));
        }
        return is == null ? null : DeclaredType.parse(is, wrong);
    }

    private static void checkYesAndNo(Node node, @Nullable DeclaredType type, List<Problem> wrong) {
        Map<String, Labels.Used> used = new HashMap<>();
        for (String key : List.of("yes", "no")) {
            Node at = node.get(key);
            if (at != null) {
                Labels.distinguish(key, at, used, wrong);
            }
            if (at != null && type != null && type.kind() != Component.Kind.FLAG) {
                wrong.add(at.problem(Message.of("`%s` is only for `%s` facts", key, "yes/no")));
            }
        }
    }

    /** Returns the property with which it may share no member; null if there is none. */
    private static @Nullable String apartFrom(Node node, @Nullable DeclaredType type, List<Problem> wrong) {
        String apart = node.optionalText("apart-from", wrong);
        Node at = node.get("apart-from");
        if (apart != null && at != null && type != null && !type.isOfTexts()) {
            wrong.add(at.problem(Message.of("`%s` is for texts and lists of texts", "apart-from")));
        }
        return apart;
    }

    /**
     * Returns a declaration if it is a map; null otherwise, which is reported unless it was before.
     *
     * @param example a valid declaration for the message
     */
    private static @Nullable Node declaration(
            Node.Field field, Message what, List<String> allowed, String example, List<Problem> wrong) {
        Node node = field.value();
        if (node.cracked()) {
            return null;
        }
        if (!node.isMap()) {
            wrong.add(node.problem(
                    Message.of(
                            "the declaration of `%s` must have keys, found %s",
                            field.key(), node.kind().words()),
                    Message.of("did you mean `%s`?", example)));
            return null;
        }
        node.allow(what, allowed, wrong);
        return node;
    }

    /** Whether a key has no value and no problem was reported for it. */
    private static boolean lacks(Node node, String key) {
        Node.Field field = node.fields().get(key);
        return node.get(key) == null && (field == null || !field.value().flawed());
    }

    /** Reports the removed key by which a fact counted as no without a statement. */
    private void untold(String owner, Node.Field field, Node node) {
        Node.Field untold = node.fields().get(UNTOLD);
        if (untold != null) {
            boolean ofRow = !owner.equals(Vocabulary.PROJECT) && !owner.equals(Vocabulary.CITY);
            String fact = (ofRow ? Vocabulary.CITY + "." : "") + owner + "." + field.key();
            problems.add(untold.problem(
                    Message.of("`%s` is no longer allowed: a fact that is not stated is unknown", UNTOLD),
                    Message.of(
                            "remove it; to assume a value in the base case, write in `assumptions.yaml`: `%s`",
                            "- {fact: " + fact + ", value: false, reason: …}")));
        }
    }

    /** The part of a declaration about finding out the fact. */
    private record Asked(
            @Nullable LocalName sentence,
            @Nullable LocalName who,
            @Nullable Integer days) {}

    private Asked asked(Node node, List<Problem> wrong) {
        Node ask = node.get("ask");
        return new Asked(
                core && ask != null
                        ? new LocalName(ask.optionalText("en", wrong), ask.optionalText("zh", wrong))
                        : Labels.local(node, "ask", VocabularyKeys.LONGEST_NOTE, wrong),
                Labels.local(node, "who", VocabularyKeys.LONGEST, wrong),
                days(node, wrong));
    }

    private static boolean isShortNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable Integer days(Node node, List<Problem> wrong) {
        String text = node.optionalText("days", wrong);
        Node at = node.get("days");
        if (text == null || at == null) {
            return null;
        }
        if (!isShortNumber(text) || Integer.parseInt(text) > VocabularyKeys.MOST_DAYS) {
            wrong.add(at.problem(
                    Message.of("`%s` is not a number of days", text),
                    Message.of("use a whole number from 0 to %s", VocabularyKeys.MOST_DAYS)));
            return null;
        }
        return Integer.parseInt(text);
    }

    private @Nullable DeclaredList list(Node.Field field, Set<String> taken, Set<String> rows) {
        List<Problem> wrong = new ArrayList<>();
        String name = field.key();
        if (!core) {
            names.list(field, taken, wrong);
        }
        Message what = Message.of("the declaration of `%s`", name);
        Node node = declaration(field, what, VocabularyKeys.LIST, "{row: Talent, key: [field], has: …}", wrong);
        if (node == null) {
            problems.addAll(wrong);
            return null;
        }
        String row = node.requiredText(what, "row", wrong);
        Node rowNode = node.get("row");
        if (row != null && rowNode != null && !core) {
            names.row(row, rowNode, rows, wrong);
        }
        LocalName called = orInWords(called(node, "name", name, wrong), name);
        distinguish(Vocabulary.CITY, name, called, node, wrong);
        LocalName rowCalled = row == null ? called : orInWords(called(node, "row-name", row, wrong), row);
        LocalName note = Labels.local(node, "note", VocabularyKeys.LONGEST_NOTE, wrong);
        Map<Language, List<String>> headings = headings(node, called, name, wrong);
        List<DeclaredProperty> properties = new ArrayList<>();
        Node has = node.map("has", wrong);
        if (has == null && lacks(node, "has")) {
            wrong.add(node.problem(
                    Message.of("%s needs `%s`", what, "has"),
                    Message.of("did you mean `%s`?", "has: {field: {is: text, …}}")));
        }
        Asked asked = asked(node, wrong);
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
                called,
                rowCalled,
                note,
                headings,
                key,
                properties,
                asked.sentence(),
                asked.who(),
                asked.days(),
                field.place());
    }

    private static LocalName orInWords(@Nullable LocalName called, String name) {
        return called == null ? new LocalName(LocalName.inWords(name), null) : called;
    }

    private List<String> key(
            Node node, Message what, List<DeclaredProperty> properties, @Nullable Node has, List<Problem> wrong) {
        List<String> key = new ArrayList<>();
        Node said = node.get("key");
        if (said == null || (said.isList() && said.items().isEmpty())) {
            if (!core && (said != null || lacks(node, "key"))) {
                wrong.add(node.problem(
                        Message.of("%s needs `%s`", what, "key"),
                        Message.of("list the properties that identify a row, such as `%s`", "key: [field]")));
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
                            Message.of("`%s` is not a property of the row", DeclaredNames.shown(name)),
                            Nearest.advice(name, known.keySet())));
                }
            } else if (component.kind() != Component.Kind.TEXT) {
                wrong.add(item.problem(Message.of("`%s` is not a text, so it cannot be a key", name)));
            } else if (key.contains(name)) {
                wrong.add(item.problem(Message.of("`%s` lists `%s` twice", "key", name)));
            } else {
                key.add(name);
            }
        }
        if (key.size() > MOST_KEYS) {
            wrong.add(said.problem(Message.of("a key has at most %s properties", MOST_KEYS)));
        }
        return key;
    }
}
