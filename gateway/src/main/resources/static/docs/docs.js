// Draws the API documents of all services. "Try it out" works with the session that the browser has: the CSRF token
// is echoed as the gateway wants it.
const csrfToken = () => document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="))?.split("=")[1];

SwaggerUIBundle({
    dom_id: "#docs",
    urls: ["catalog", "rating", "preview", "deployment", "gateway"].map((name) => ({ name, url: `/docs/${name}.json` })),
    deepLinking: true,
    displayRequestDuration: true,
    layout: "StandaloneLayout",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    requestInterceptor: (request) => {
        const token = csrfToken();
        if (token) {
            request.headers["X-XSRF-TOKEN"] = token;
        }
        return request;
    },
});
