package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.web.internal.CurrentScreening;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.ScreeningSource;
import dev.winnow.web.internal.Status;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The screening of the configured universe in each language, kept until the pack changes. Thread-safe. */
final class KnownScreening {

    private final CurrentPack current;
    private final ScreeningService screenings;
    private final @Nullable Universe universe;
    private final Map<Language, Kept> kept = new EnumMap<>(Language.class);

    /** @param universe null if none is configured */
    KnownScreening(CurrentPack current, ScreeningService screenings, @Nullable Universe universe) {
        this.current = current;
        this.screenings = screenings;
        this.universe = universe;
    }

    private record Kept(LoadedPack pack, CurrentScreening screening) {}

    /** @param check is called between pieces of work, and ends it by an exception */
    ScreeningSource inLanguage(Language language, Runnable check) {
        return new ScreeningSource() {
            @Override
            public RulePack pack() {
                return current.get().pack(language);
            }

            @Override
            public CurrentScreening screening() throws RefusedRequest {
                return screened(language, check);
            }
        };
    }

    /** Screens once for all requests; others wait, since they need the same result. */
    private synchronized CurrentScreening screened(Language language, Runnable check) throws RefusedRequest {
        if (universe == null) {
            throw new RefusedRequest(Status.NOT_FOUND, Message.of("the service has no universe"));
        }
        check.run();
        LoadedPack pack = current.get();
        Kept last = kept.get(language);
        if (last != null && last.pack() == pack) {
            return last.screening();
        }
        Screened screened = screenings.screen(universe, Locale.forLanguageTag(language.tag()));
        CurrentScreening screening = new CurrentScreening(
                ScreeningRequest.of(
                        screened.result().pack(), screened.result().session().universe()),
                screened.result(),
                Objects.requireNonNull(screened.insight()));
        kept.put(language, new Kept(pack, screening));
        return screening;
    }
}
