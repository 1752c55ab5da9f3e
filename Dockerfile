# Untried where no container engine was at hand; every step below was run by hand on Debian 12 with Node 20.
FROM node:20-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx vite build && chown -R node /app
USER node
# other than loopback is only allowed read-only until accounts exist
ENV HOST=0.0.0.0 READ_ONLY=1 PORT=8787
EXPOSE 8787
VOLUME /app/.data
CMD ["npm", "start"]
