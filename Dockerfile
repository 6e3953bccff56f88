# One image for host, worker and migrations; the command says which.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps ./apps
COPY packages ./packages
COPY tooling ./tooling
RUN npm ci --ignore-scripts --no-audit --no-fund && node node_modules/vite/bin/vite.js build apps/shell

FROM node:24-bookworm-slim
ENV NODE_ENV=production UV_THREADPOOL_SIZE=8 HOST=0.0.0.0 PORT=3000 CRM_DATA=/data
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps ./apps
COPY packages ./packages
COPY tooling ./tooling
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund -w apps/host -w apps/worker --include-workspace-root=false && mkdir /data && chown node:node /data
COPY --from=build /app/apps/shell/dist ./apps/shell/dist
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "apps/host/src/main.ts"]
