package dev.winnow.spring;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes what was screened as the JSON contract, which Jackson would write otherwise than {@code docs/json.md} says. */
final class ScreenedConverter extends AbstractHttpMessageConverter<Screened> {

    ScreenedConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Screened.class == type;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Screened readInternal(Class<? extends Screened> type, HttpInputMessage in) {
        throw new HttpMessageNotReadableException("a screening is not read from a request", in);
    }

    /** All of it is made before the first byte is sent: an answer is whole, or it is a problem. */
    @Override
    protected void writeInternal(Screened screened, HttpOutputMessage out) throws IOException {
        byte[] json = screened.json();
        out.getHeaders().setContentLength(json.length);
        out.getBody().write(json);
    }
}
