# The web API of all countries: docker build --tag openfisca-country .
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir '.[web]' \
 && /opt/venv/bin/python -m compileall -q /opt/venv \
 && /opt/venv/bin/pip uninstall --yes pip

# Nothing of the build comes along: no sources, no compiler, no pip in the environment.
FROM python:3.12-slim
RUN useradd --system --no-create-home --uid 10001 openfisca
COPY --from=build /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    OPENFISCA_COUNTRY_HOST=0.0.0.0
USER 10001
EXPOSE 5000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5000/ready', timeout=4)"]
ENTRYPOINT ["openfisca-country", "serve"]
