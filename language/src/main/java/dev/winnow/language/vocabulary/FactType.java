package dev.winnow.language.vocabulary;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.ComponentNames;
import dev.winnow.model.domain.CoreRecords;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.ForReaders;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.LocalName;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact type that rules may match, derived from its record.
 *
 * @param name its name in rule files
 * @param record the record
 * @param properties its components, in order
 * @param list the city's list it belongs to; null if it is none
 * @param key the components that identify a row
 * @param source reads the evidence of a row as a whole; null if the type has none
 * @param declared the declaration of the list whose rows they are; null if it is of the core
 */
public record FactType(
        String name,
        Class<? extends Record> record,
        Map<String, Property> properties,
        @Nullable String list,
        List<String> key,
        @Nullable Reader source,
        @Nullable DeclaredList declared) {

    /** The lists of the types that have ids of their own. */
    private static final Map<Class<?>, String> OWN = Map.of(
            ChainLink.class,
            "links",
            IndustrialChain.class,
            "chains",
            Fund.class,
            "funds",
            City.class,
            "cities",
            Project.class,
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
     */
    public record Value(Kind kind, @Nullable Unit unit, boolean open) {

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
     * @param words the only words that a text may be; empty if it may be any
     * @param refers the list of a universe whose ids it holds, as {@link dev.winnow.model.result.Names} knows it; null if it holds none
     * @param reader reads it
     * @param declared its declaration in a vocabulary; null if it is of the core
     */
    public record Property(
            String name,
            Value value,
            List<String> words,
            @Nullable String refers,
            Reader reader,
            @Nullable DeclaredProperty declared) {

        public @Nullable Object of(Object fact) {
            return reader.of(fact);
        }

        /** {@return what it is called in a language: {@code yield rate}, {@code 良率}} */
        public String words(Language language) {
            return declared == null
                    ? ComponentNames.words(name, language)
                    : declared.name().inLanguage(language);
        }

        /** {@return what a word of its closed list is called in a language} */
        public String word(String word, Language language) {
            LocalName called = declared == null ? null : declared.wordNames().get(word);
            return called == null ? ComponentNames.word(word, language) : called.inLanguage(language);
        }

        /** {@return what it says in Chinese of a subject for which it is true or false} */
        public String claim(boolean holds) {
            String claim = declared == null ? null : declared.claim(holds, Language.ZH);
            return claim != null
                    ? claim
                    : declared == null ? ComponentNames.claim(name, holds) : words(Language.ZH) + (holds ? "为是" : "为否");
        }
    }

    /** What one of them is called in a language: {@code lead user}, {@code 龙头用户}. */
    public String words(Language language) {
        return declared == null
                ? ComponentNames.words(name, language)
                : declared.rowCalled().inLanguage(language);
    }

    /** What a component is called in a language. */
    public String words(String component, Language language) {
        Property property = properties.get(component);
        return property == null ? ComponentNames.words(component, language) : property.words(language);
    }

    /** The text that alone tells one row of a city's list from another; null if there is none. */
    public @Nullable String onlyKey() {
        Property property = list == null || key.size() != 1 ? null : properties.get(key.get(0));
        return property == null || property.value().kind() != Kind.TEXT ? null : property.name();
    }

    /** Whether it has a component that is shown to readers and kept from rules. */
    public boolean isForReaders(String component) {
        return Stream.of(record.getRecordComponents())
                .anyMatch(one -> one.getName().equals(component) && one.isAnnotationPresent(ForReaders.class));
    }

    /** The evidence of a row as a whole; null if its type has none. */
    public @Nullable Evidence evidence(Object fact) {
        return source == null ? null : (Evidence) source.of(fact);
    }

    static FactType of(Class<? extends Record> record) {
        Map<String, Property> properties = new LinkedHashMap<>();
        Reader source = null;
        RecordComponent[] components = record.getRecordComponents();
        List<CoreRecords.Part> parts = CoreRecords.parts(record);
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.getType() == Evidence.class) {
                source = Components.reader(record, i);
            }
            Kind kind = kind(component.getType());
            CoreRecords.Part said = parts.get(i);
            if (kind != null && !said.isForReaders()) {
                Unit unit = kind == Kind.FIGURE ? said.unit() == null ? Unit.NUMBER : Unit.of(said.unit()) : null;
                Value value = new Value(kind, unit, said.isOpen());
                properties.put(
                        component.getName(),
                        new Property(
                                component.getName(),
                                value,
                                said.words(),
                                refers(record, said),
                                Components.reader(record, i),
                                null));
            }
        }
        return new FactType(
                record.getSimpleName(),
                record,
                Collections.unmodifiableMap(properties),
                CoreRecords.list(record),
                CoreRecords.key(record),
                source,
                null);
    }

    /** The type with further properties, which a vocabulary declares. */
    FactType with(List<DeclaredProperty> declared) {
        if (declared.isEmpty()) {
            return this;
        }
        Map<String, Property> all = new LinkedHashMap<>(properties);
        boolean project = record == Project.class;
        for (DeclaredProperty property : declared) {
            String component = property.component().name();
            boolean open = property.component().nullable();
            all.put(
                    component,
                    property(
                            property,
                            open,
                            project ? DeclaredReader.ofProject(component) : DeclaredReader.ofCity(component)));
        }
        return new FactType(name, record, Collections.unmodifiableMap(all), list, key, source, this.declared);
    }

    /** The type of the rows of a declared list. */
    static FactType of(DeclaredList declared) {
        Map<String, Property> properties = new LinkedHashMap<>();
        properties.put(
                "city",
                new Property(
                        "city",
                        new Value(Kind.TEXT, null, true),
                        List.of(),
                        "cities",
                        fact -> ((DeclaredRow) fact).city(),
                        null));
        for (DeclaredProperty property : declared.properties()) {
            String component = property.component().name();
            // Of the unwritten row nothing is known, not even that a claim is not made.
            properties.put(component, property(property, true, DeclaredReader.ofRow(component)));
        }
        return new FactType(
                declared.row(),
                DeclaredRow.class,
                Collections.unmodifiableMap(properties),
                declared.name(),
                declared.key(),
                fact -> ((DeclaredRow) fact).evidence(),
                declared);
    }

    private static Property property(DeclaredProperty declared, boolean open, Reader reader) {
        Component component = declared.component();
        Kind kind = switch (component.kind()) {
            case TEXT -> Kind.TEXT;
            case TEXTS -> Kind.LIST;
            case FIGURE -> Kind.FIGURE;
            case DATE -> Kind.DATE;
            case FLAG -> Kind.FLAG;
            case EVIDENCE -> throw new IllegalStateException("evidence is no property");
        };
        return new Property(
                component.name(),
                new Value(kind, component.unit(), open),
                component.words(),
                component.refers(),
                reader,
                declared);
    }

    private static @Nullable String refers(Class<?> record, CoreRecords.Part said) {
        if (said.list() != null) {
            return said.list();
        }
        return switch (said.name()) {
            case "id" -> OWN.get(record);
            case "link", "upstream", "downstream", "neighbours", "links" -> "links";
            case "chain" -> "chains";
            default -> null;
        };
    }

    private static @Nullable Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Kind.LIST;
        }
        if (type == Figure.class) {
            return Kind.FIGURE;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        return type == boolean.class || type == Boolean.class ? Kind.FLAG : null;
    }
}
