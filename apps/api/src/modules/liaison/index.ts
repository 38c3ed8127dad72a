export { LiaisonModule } from './liaison.module.ts';
