package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes texts that occur in many assessments, and encodes each once. Thread-safe. */
final class RepeatedText extends JsonSerializer<String> {

    /** Marks a component whose texts are repeated. */
    @JacksonAnnotationsInside
    @JsonSerialize(using = RepeatedText.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Repeated {}

    /** Marks a list whose texts are repeated. */
    @JacksonAnnotationsInside
    @JsonSerialize(contentUsing = RepeatedText.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface RepeatedItems {}

    /** Stands for a text that is written as any other. */
    private static final SerializedString PLAIN = new SerializedString("");

    private static final int MAX_ENCODED = 4_000;

    private final Map<String, SerializedString> encoded = new ConcurrentHashMap<>();

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        SerializedString ready = encoded.get(text);
        if (ready == null) {
            if (encoded.size() > MAX_ENCODED) {
                encoded.clear(); // each city has rows of its own
            }
            ready = encoded(text);
            encoded.put(text, ready);
        }
        if (ready.equals(PLAIN)) {
            json.writeString(text);
        } else {
            json.writeString(ready);
        }
    }

    /** The generator escapes surrogates and control characters otherwise than an encoded text does. */
    private static SerializedString encoded(String text) {
        boolean plain = text.isEmpty() || text.chars().anyMatch(one -> one < ' ' || Character.isSurrogate((char) one));
        return plain ? PLAIN : new SerializedString(text);
    }
}
