package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact type that rules may match, as a vocabulary describes it.
 *
 * @param name its name in rule files
 * @param record the record
 * @param properties what rules may read of it, in order
 * @param list the city's list it belongs to; null if it is none
 * @param source reads the evidence of a row as a whole; null if the type has none
 * @param described what the vocabulary says of it
 */
public record FactType(
        String name,
        Class<? extends Record> record,
        Map<String, Property> properties,
        @Nullable String list,
        @Nullable Reader source,
        DeclaredList described) {

    /** The lists of the types of the core that have ids of their own. */
    private static final Map<String, String> OWN = Map.of(
            "ChainLink",
            "links",
            "IndustrialChain",
            "chains",
            "Fund",
            "funds",
            "City",
            "cities",
            "Project",
            "projects");

    /** The kind of value of a component or an expression. */
    public enum Kind {
        TEXT("a text"),
        LIST("a list"),
        FIGURE("a figure"),
        DATE("a date"),
        FLAG("true or false"),
        /** The kind of an expression with a reported mistake. */
        UNTYPED("anything");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** The name of a value of this kind in messages: {@code a date}. */
        public Message words() {
            return Message.of(template);
        }
    }

    /**
     * The type of a value.
     *
     * @param kind the kind of value
     * @param unit the unit; null unless it is a figure
     * @param open whether it may be unknown, or known only as an interval
     * @param words the only words that a text, or an item of a list, may be; empty if it may be any
     */
    public record Value(Kind kind, @Nullable Unit unit, boolean open, List<String> words) {

        public Value {
            words = List.copyOf(words);
        }

        /** A value without a closed list of words. */
        public Value(Kind kind, @Nullable Unit unit, boolean open) {
            this(kind, unit, open, List.of());
        }

        /** Whether a mistake in it is reported, so that it is compatible with every type. */
        public boolean isUntyped() {
            return kind == Kind.UNTYPED;
        }
    }

    /** Reads a component of a fact. Thread-safe; gives the same for the same fact always. */
    public interface Reader {

        /**
         * {@return the value of the component; null if it is unknown}
         *
         * @param fact a fact of the component's type
         */
        @Nullable
        Object of(Object fact);
    }

    /**
     * A component that rules may read.
     *
     * @param refers the list of a universe whose ids it holds, as {@link dev.winnow.model.result.Names} knows it; null if it holds none
     * @param reader reads it
     * @param described what the vocabulary says of it; null for the city of a row
     */
    public record Property(
            String name,
            Value value,
            @Nullable String refers,
            Reader reader,
            @Nullable DeclaredProperty described) {

        @Override
        public Reader reader() {
            return reader instanceof Accessor accessor ? accessor.linked() : reader;
        }

        /** {@return the only words that a text may be; empty if it may be any} */
        public List<String> words() {
            return value.words();
        }

        /** {@return its declaration, if its values are kept with the declared ones rather than in a component of the record} */
        public @Nullable DeclaredProperty declared() {
            return reader instanceof Accessor ? null : described;
        }

        public @Nullable Object of(Object fact) {
            return reader.of(fact);
        }

        /** {@return what it is called in a language: {@code yield rate}, {@code 良率}} */
        public String words(Language language) {
            return described == null
                    ? Vocabulary.spoken(name, language)
                    : described.name().inLanguage(language);
        }

        /** {@return what a word of its closed list is called in a language} */
        public String word(String word, Language language) {
            LocalName called = described == null ? null : described.wordNames().get(word);
            return called == null ? Vocabulary.spokenWord(word, language) : called.inLanguage(language);
        }

        /** {@return what it says in Chinese of a subject for which it is true or false} */
        public String claim(boolean holds) {
            String claim = described == null ? null : described.claim(holds, Language.ZH);
            return claim != null ? claim : words(Language.ZH) + (holds ? "为是" : "为否");
        }
    }

    /** The components that identify a row; empty if it is in no list of a city. */
    public List<String> key() {
        return described.key();
    }

    /** The declaration of the list whose rows they are; null if they are shown by a record of the core. */
    public @Nullable DeclaredList declared() {
        return record == DeclaredRow.class ? described : null;
    }

    /** What one of them is called in a language: {@code lead user}, {@code 龙头用户}. */
    public String words(Language language) {
        return described.rowCalled().inLanguage(language);
    }

    /** What a component is called in a language. */
    public String words(String component, Language language) {
        Property property = properties.get(component);
        return property == null ? Vocabulary.spoken(component, language) : property.words(language);
    }

    /** The text that alone tells one row of a city's list from another; null if there is none. */
    public @Nullable String onlyKey() {
        Property property = list == null || key().size() != 1 ? null : properties.get(key().get(0));
        return property == null || property.value().kind() != Kind.TEXT ? null : property.name();
    }

    /** Whether it has a component that is shown to readers and kept from rules: no vocabulary describes it. */
    public boolean isForReaders(String component) {
        return record != DeclaredRow.class
                && !properties.containsKey(component)
                && Stream.of(record.getRecordComponents())
                        .filter(one -> one.getType() != Evidence.class && one.getType() != DeclaredValues.class)
                        .anyMatch(one -> one.getName().equals(component));
    }

    /** The evidence of a row as a whole; null if its type has none. */
    public @Nullable Evidence evidence(Object fact) {
        return source == null ? null : (Evidence) source.of(fact);
    }

    /**
     * A type.
     *
     * @param record the record of its facts
     * @param described what is known of them in the core, or of the rows of a declared list
     * @param more what a pack declares besides
     */
    static FactType of(Class<? extends Record> record, DeclaredList described, List<DeclaredProperty> more) {
        boolean isList = !described.key().isEmpty();
        Map<String, RecordComponent> components = new HashMap<>();
        Reader source = null;
        for (RecordComponent component : record.getRecordComponents()) {
            components.put(component.getName(), component);
            source = component.getType() == Evidence.class ? new Accessor(component) : source;
        }
        Map<String, Property> properties = new LinkedHashMap<>();
        if (isList) {
            Reader city = new Accessor(Objects.requireNonNull(components.get(Vocabulary.CITY)));
            properties.put(
                    Vocabulary.CITY,
                    new Property(Vocabulary.CITY, new Value(Kind.TEXT, null, true), "cities", city, null));
        }
        List<DeclaredProperty> all = new ArrayList<>(described.properties());
        all.addAll(more);
        for (DeclaredProperty property : all) {
            Component said = property.component();
            RecordComponent component = components.get(said.name());
            Reader reader = component != null ? new Accessor(component) : DeclaredReader.of(record, said.name());
            // Of the unwritten row of a list nothing is known, not even that a claim is not made.
            Value value = new Value(kind(said.kind()), said.unit(), isList || said.nullable(), said.words());
            properties.put(
                    said.name(), new Property(said.name(), value, refers(described.row(), property), reader, property));
        }
        return new FactType(
                described.row(),
                record,
                Collections.unmodifiableMap(properties),
                isList ? described.name() : null,
                source,
                described);
    }

    private static Kind kind(Component.Kind kind) {
        return switch (kind) {
            case TEXT -> Kind.TEXT;
            case TEXTS -> Kind.LIST;
            case FIGURE -> Kind.FIGURE;
            case DATE -> Kind.DATE;
            case FLAG -> Kind.FLAG;
            case EVIDENCE -> throw new IllegalStateException("evidence is no property");
        };
    }

    private static @Nullable String refers(String type, DeclaredProperty property) {
        Component said = property.component();
        if (said.refers() != null || !property.isCore()) {
            return said.refers();
        }
        return switch (said.name()) {
            case "id" -> OWN.get(type);
            case "chain" -> "chains";
            default -> null;
        };
    }
}
