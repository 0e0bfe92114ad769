package samdata.harvester.protocol;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;

/** The client RDF4J is given: it looks like Apache's version 4, and fetches by {@link Visit} alone. */
@SuppressWarnings("deprecation")
final class VisitClient extends CloseableHttpClient {
    private static final Set<String> READ = Set.of(
            "application/n-triples", "text/turtle", "application/x-turtle", "text/plain", "text/rdf+n3", "text/n3");

    private final Visit visit;
    private final String accept;

    VisitClient(Visit visit, String accept) {
        this.visit = visit;
        this.accept = accept;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        var url = request instanceof HttpUriRequest named
                ? named.getURI()
                : URI.create(target.toURI() + request.getRequestLine().getUri());
        try {
            var document = fetch(request, url);
            // RDF4J takes the parser that the answer names, and others on the class path may fetch what a document
            // names
            if (!READ.contains(document.mediaType()))
                throw Refusal.rejected(url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath()
                        + " answered a SPARQL query with "
                        + (document.mediaType().isEmpty() ? "something" : document.mediaType())
                        + ", not with N-Triples or Turtle");
            return new Answer(document);
        } catch (Refusal refusal) {
            throw new Refusal.Carried(refusal);
        }
    }

    private Document fetch(HttpRequest request, URI url) throws IOException, Refusal {
        if (!(request instanceof HttpEntityEnclosingRequest sending)) return visit.get(url, accept);
        var entity = sending.getEntity();
        return visit.post(url, accept, entity.getContentType().getValue(), EntityUtils.toByteArray(entity));
    }

    private static final class Answer extends BasicHttpResponse implements CloseableHttpResponse {
        Answer(Document document) {
            super(HttpVersion.HTTP_1_1, 200, "OK");
            var entity = new InputStreamEntity(document.open(), document.bytes().size());
            entity.setContentType(document.mediaType());
            setEntity(entity);
            setHeader(entity.getContentType());
        }

        @Override
        public void close() throws IOException {
            EntityUtils.consume(getEntity());
        }
    }

    @Override
    public void close() {}

    @Override
    public HttpParams getParams() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException();
    }
}
