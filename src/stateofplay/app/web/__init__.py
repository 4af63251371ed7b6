"""The web app: server-rendered pages, one noun each, that make no call to any other machine."""
