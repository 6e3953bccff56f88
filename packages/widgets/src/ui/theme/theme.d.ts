declare module '@crm/widgets/theme' {}
