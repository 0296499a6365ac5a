package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property that a vocabulary declares, of projects, of cities, or of the rows of a declared list.
 *
 * @param component its name and what it holds
 * @param name what it is called: in reasons, as the first heading of a column
 * @param note what it is, in a sentence's part: {@code whether the technology it needs is its owner's}; null if not said
 * @param headings what a column that holds it is called, in a template by the first
 * @param yes what is said of a subject for which it is true: {@code owns its technology}; null if not given
 * @param no what is said of a subject for which it is false; null if not given
 * @param wordNames what the words of a closed list are called
 * @param synonyms what else the words of a closed list are called in cells of tables
 * @param ask the question that asks for it, in which {@code %s} is what is asked about; null if none is given
 * @param who who knows the answer: {@code owner}, {@code city}, {@code register}, or anybody the pack names; null if not
 *     said
 * @param days the effort of finding out, in days; null if not said
 * @param apartFrom the property of the same subject with which it has no member in common; null if there is none
 * @param place where it is declared
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
        Place place) {

    public DeclaredProperty {
        headings = Map.copyOf(headings);
        wordNames = Map.copyOf(wordNames);
        synonyms = Map.copyOf(synonyms);
    }

    /** {@return the same property as one that identifies its row, and so counts at any date} */
    DeclaredProperty timeless() {
        return new DeclaredProperty(
                component.asTimeless(),
                name,
                note,
                headings,
                yes,
                no,
                wordNames,
                synonyms,
                ask,
                who,
                days,
                apartFrom,
                place);
    }

    /**
     * The same property with the closed list of a pack.
     *
     * @param names what the pack calls its words; the others keep their names
     * @param others what else the words are called
     * @param ownNote the note of the pack, as that of the core names the words of the core; null if it has none
     * @param ownAsk the question of the pack; null if it has none
     * @param pack where it says so
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
        return new DeclaredProperty(
                component.of(words),
                name,
                ownNote,
                headings,
                yes,
                no,
                called,
                others,
                ownAsk,
                who,
                days,
                apartFrom,
                pack);
    }

    /** The same with the words of another pack's closed list behind its own. */
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

    /** {@return whether winnow knows it without any pack} */
    @Internal
    public boolean isCore() {
        return place.file().equals(CoreFacts.FILE);
    }

    /** {@return whether another declaration says the same, wherever it stands} */
    public boolean isLike(DeclaredProperty other) {
        return component.equals(other.component)
                && name.equals(other.name)
                && Objects.equals(note, other.note)
                && headings.equals(other.headings)
                && Objects.equals(yes, other.yes)
                && Objects.equals(no, other.no)
                && wordNames.equals(other.wordNames)
                && synonyms.equals(other.synonyms)
                && Objects.equals(ask, other.ask)
                && Objects.equals(who, other.who)
                && Objects.equals(days, other.days)
                && Objects.equals(apartFrom, other.apartFrom);
    }

    /** {@return what is said of a subject for which it is true or false; null if that is not given in the language} */
    public @Nullable String claim(boolean holds, Language language) {
        LocalName claim = holds ? yes : no;
        return claim == null ? null : language == Language.ZH ? claim.chinese() : claim.english();
    }
}
