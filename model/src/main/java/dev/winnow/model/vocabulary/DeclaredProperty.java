package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property that a vocabulary declares, of projects, of cities, or of the rows of a declared list.
 *
 * @param component its name and type
 * @param name its display name, in reasons and as the first heading of a column
 * @param note a description, as part of a sentence: {@code whether the technology it needs is its owner's}; null if
 *     there is none
 * @param headings possible headings of a column for it; a template uses the first
 * @param yes the words about a subject for which it is true: {@code owns its technology}; null if there are none
 * @param no the words about a subject for which it is false; null if there are none
 * @param wordNames the display names of the words of a closed list
 * @param synonyms further names of these words in cells of tables
 * @param ask the question for it, in which {@code %s} is the subject; null if there is none
 * @param who the person or body that knows the answer: {@code owner}, {@code city}, {@code register}, or any other that
 *     the pack names; null if not stated
 * @param days the effort of finding out, in days; null if not stated
 * @param apartFrom the property of the same subject with which it may share no member; null if there is none
 * @param scale the scale of a rating; null for other types
 * @param judged the use of the judgements of a panel; null if no panel judges it
 * @param place the place of its declaration
 */
public record DeclaredProperty(
        Component component,
        LocalName name,
        @Nullable LocalName note,
        Map<Language, List<String>> headings,
        @Nullable LocalName yes,
        @Nullable LocalName no,
        Map<String, LocalName> wordNames,
        Map<String, List<String>> synonyms,
        @Nullable LocalName ask,
        @Nullable LocalName who,
        @Nullable Integer days,
        @Nullable String apartFrom,
        @Nullable Scale scale,
        @Nullable Judged judged,
        Place place) {

    @Internal
    public DeclaredProperty {
        headings = Map.copyOf(headings);
        wordNames = Map.copyOf(wordNames);
        synonyms = Map.copyOf(synonyms);
    }

    /** Creates a property that is no rating and that no panel judges. */
    public DeclaredProperty(
            Component component,
            LocalName name,
            @Nullable LocalName note,
            Map<Language, List<String>> headings,
            @Nullable LocalName yes,
            @Nullable LocalName no,
            Map<String, LocalName> wordNames,
            Map<String, List<String>> synonyms,
            @Nullable LocalName ask,
            @Nullable LocalName who,
            @Nullable Integer days,
            @Nullable String apartFrom,
            Place place) {
        this(
                component, name, note, headings, yes, no, wordNames, synonyms, ask, who, days, apartFrom, null, null,
                place);
    }

    /** {@return the scale of a rating; null for other types} */
    @Internal
    @Override
    public @Nullable Scale scale() {
        return scale;
    }

    /** {@return the use of the judgements of a panel; null if no panel judges it} */
    @Internal
    @Override
    public @Nullable Judged judged() {
        return judged;
    }

    private DeclaredProperty with(
            Component other,
            @Nullable LocalName ownNote,
            Map<String, LocalName> names,
            Map<String, List<String>> others,
            @Nullable LocalName ownAsk,
            Place at) {
        return new DeclaredProperty(
                other, name, ownNote, headings, yes, no, names, others, ownAsk, who, days, apartFrom, scale, judged,
                at);
    }

    /** {@return this property as one that identifies its row, and so counts at any date} */
    DeclaredProperty timeless() {
        return with(component.asTimeless(), note, wordNames, synonyms, ask, place);
    }

    /**
     * Returns this property with the closed list of a pack.
     *
     * @param names the pack's display names of its words; other words keep their names
     * @param others further names of the words
     * @param ownNote the note of the pack, as the core's note describes the core's words; null if there is none
     * @param ownAsk the question of the pack; null if there is none
     * @param pack the place in the pack
     */
    DeclaredProperty closedTo(
            List<String> words,
            Map<String, LocalName> names,
            Map<String, List<String>> others,
            @Nullable LocalName ownNote,
            @Nullable LocalName ownAsk,
            Place pack) {
        Map<String, LocalName> called = new TreeMap<>(names);
        wordNames.forEach(called::putIfAbsent);
        called.keySet().retainAll(words);
        return with(component.of(words), ownNote, called, others, ownAsk, pack);
    }

    /** Returns this property with the words of another pack's closed list after its own. */
    DeclaredProperty joinedWith(DeclaredProperty other) {
        List<String> words = Stream.of(component, other.component)
                .flatMap(one -> one.words().stream())
                .distinct()
                .toList();
        Map<String, LocalName> names = new TreeMap<>(wordNames);
        other.wordNames.forEach(names::putIfAbsent);
        Map<String, List<String>> both = new TreeMap<>(synonyms);
        other.synonyms.forEach(both::putIfAbsent);
        return closedTo(words, names, both, note, ask, place);
    }

    /** {@return whether it is a core property} */
    @Internal
    public boolean isCore() {
        return place.file().equals(CoreFacts.FILE);
    }

    /** {@return this property as declared at another place} */
    DeclaredProperty at(Place other) {
        return with(component, note, wordNames, synonyms, ask, other);
    }

    /** {@return whether another declaration is equal apart from its place} */
    public boolean isLike(DeclaredProperty other) {
        return equals(other.at(place));
    }

    /** {@return the words about a subject for which it is true or false; null if there are none in the language} */
    public @Nullable String claim(boolean holds, Language language) {
        LocalName claim = holds ? yes : no;
        return claim == null ? null : language == Language.ZH ? claim.chinese() : claim.english();
    }
}
